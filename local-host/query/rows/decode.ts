import type { Column } from "../../metadata/model";
import type { Value } from "../../service/contract";
import type { SqlRow, SqlValue } from "../../store/sql";
import { hasTypeColumn, isLookup, scaleOf } from "../../metadata/column-kinds";
import { unscaled } from "../decimal";
import type { References } from "./references";

/** Turns the value under `key` of a stored row into the service's form. */
export type Decoder = (row: SqlRow, key: string) => Value;

/** Name, under which the target table of the lookup at `key` is selected. */
export const typeKey = (key: string): string => `${key}t`;

/** The decoder of a column; made once a query, called once a row. */
export function decoderOf(column: Column, references: References): Decoder {
  if (isLookup(column)) return lookupDecoder(column, references);
  const decode = plainDecoder(column);
  return (row, key) => {
    const value = row[key];
    return value === null || value === undefined ? null : decode(value);
  };
}

function lookupDecoder(column: Column, references: References): Decoder {
  const target = column.targets?.[0] ?? column.logicalName;
  const typed = hasTypeColumn(column);
  return (row, key) => {
    const id = row[key];
    if (id === null || id === undefined) return null;
    const type = typed ? row[typeKey(key)] : null;
    return references.of(type == null ? target : String(type), String(id));
  };
}

function plainDecoder(column: Column): (value: SqlValue) => Value {
  const scale = scaleOf(column);
  if (scale !== null) return (value) => unscaled(value as number | bigint, scale);
  switch (column.type) {
    case "boolean": return (value) => Number(value) !== 0;
    case "multiselect": return (value) => String(value).split(",").filter((part) => part !== "").map(Number);
    case "integer": case "bigint": case "double": case "picklist": case "state": case "status": return Number;
    default: return String;
  }
}
