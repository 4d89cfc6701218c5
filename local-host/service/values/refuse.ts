import type { Column } from "../../metadata/model";
import type { Value } from "../contract";
import { DataverseError } from "../error";

/** A column and the table that it belongs to, for messages. */
export interface Place { readonly table: string; readonly column: Column }

const shown = (value: Value): string => (typeof value === "object" ? JSON.stringify(value) : `'${String(value)}'`);

/** The value is not of the column's type. */
export function refuseType({ table, column }: Place, value: Value, expected: string): never {
  throw new DataverseError("0x80048d19", `Error identified in Payload provided by the user for Entity :'${table}': the attribute '${column.logicalName}' takes ${expected}, not ${shown(value)}.`);
}

/** The value is of the right type but not among those allowed. */
export function refuseRange({ table, column }: Place, value: Value, allowed: string): never {
  throw new DataverseError("0x80044330", `A validation error occurred. The value ${shown(value)} of '${column.logicalName}' on record of type '${table}' is outside the valid range. ${allowed}`);
}
