import type { Column, Table } from "../../metadata/model";
import { hasTypeColumn, isLookup, scaleOf } from "../../metadata/column-kinds";
import type { SqlValue } from "../../store/sql";
import type { Value } from "../contract";
import { DataverseError } from "../error";
import type { KnownRows } from "../known";
import { encodeChoice, encodeFlag, encodeMultiselect } from "./choice";
import { encodeDay, encodeInstant } from "./date";
import { lookupWriter } from "./lookup";
import { encodeDecimal, encodeDouble, encodeWhole } from "./number";
import type { Place } from "./refuse";
import { encodeGuid, encodeMemo, encodeText } from "./text";

/** The way of a value into the store. */
export interface Port {
  readonly column: Column;
  /** SQL columns that `write` appends values for. */
  readonly names: readonly string[];
  /** Checks a value and appends its stored form. Throws DataverseError by the column's name. */
  readonly write: (value: Value, into: SqlValue[]) => void;
}

function encoderOf(place: Place): (value: Value) => SqlValue {
  const { column } = place;
  switch (column.type) {
    case "string": return encodeText(place);
    case "memo": return encodeMemo(place);
    case "integer": case "bigint": return encodeWhole(place);
    case "double": return encodeDouble(place);
    case "money": case "decimal": return encodeDecimal(place, scaleOf(column) ?? 0);
    case "boolean": return encodeFlag(place);
    case "picklist": case "state": case "status": return encodeChoice(place);
    case "multiselect": return encodeMultiselect(place);
    case "dateonly": return encodeDay(place);
    case "datetime": return encodeInstant(place);
    default: return encodeGuid(place);
  }
}

function plainWriter(place: Place): Port["write"] {
  const encode = encoderOf(place);
  return (value, into) => { into.push(encode(value)); };
}

/** The port of a column; made once a table. */
export function portOf(table: Table, column: Column, known: KnownRows): Port {
  const place = { table: table.logicalName, column };
  const typed = hasTypeColumn(column);
  const write = isLookup(column) ? lookupWriter(place, known, typed) : plainWriter(place);
  const names = typed ? [column.logicalName, `${column.logicalName}__type`] : [column.logicalName];
  const nulls = names.map(() => null);
  return {
    column, names,
    write: (value, into) => {
      if (value !== null) return write(value, into);
      if (column.required === "system") throw new DataverseError("0x80040200", `The attribute '${column.logicalName}' of the entity '${table.logicalName}' cannot be set to NULL.`);
      into.push(...nulls);
    },
  };
}
