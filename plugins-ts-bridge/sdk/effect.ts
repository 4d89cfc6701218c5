import type { MessageCode } from "#domain/messages/english";
import type { Fault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import type { ColumnOf, TableName } from "./tables";
import type { WriteRow, WriteValue } from "./value";

/** What a rule wants done. The host carries them out in their order. */
export type Effect =
  | { readonly kind: "set"; readonly column: string; readonly value: WriteValue }
  | { readonly kind: "create"; readonly table: string; readonly row: WriteRow; readonly as?: string }
  | { readonly kind: "update"; readonly table: string; readonly id: string; readonly row: WriteRow }
  | { readonly kind: "delete"; readonly table: string; readonly id: string }
  | { readonly kind: "output"; readonly name: string; readonly value: string | number | boolean | { readonly created: string } }
  | { readonly kind: "fail"; readonly code: MessageCode; readonly text: string }
  | { readonly kind: "trace"; readonly text: string };

export type Columns<T extends TableName> = { readonly [C in ColumnOf<T>]?: WriteValue };

/** Writes a column of the row that is being saved; only before the operation. */
export const set = <T extends TableName>(_table: T, columns: Columns<T>): readonly Effect[] =>
  Object.entries(columns).map(([column, value]) => ({ kind: "set", column, value: value as WriteValue }));

/** Creates a row; `as` names it for later effects of the same answer. */
export const create = <T extends TableName>(table: T, row: Columns<T>, as?: string): Effect =>
  ({ kind: "create", table, row: row as WriteRow, ...(as === undefined ? {} : { as }) });

export const update = <T extends TableName>(table: T, id: string, row: Columns<T>): Effect => ({ kind: "update", table, id, row: row as WriteRow });

export const remove = (table: TableName, id: string): Effect => ({ kind: "delete", table, id });

/** Response properties of a custom API. */
export const outputs = (values: Readonly<Record<string, string | number | boolean | { readonly created: string }>>): readonly Effect[] =>
  Object.entries(values).map(([name, value]) => ({ kind: "output", name, value }));

/** Refuses what the user wanted; everything that was done in its transaction is undone. */
export const fail = (fault: Fault): Effect => ({ kind: "fail", code: fault.code, text: faultText(fault) });

export const trace = (text: string): Effect => ({ kind: "trace", text });
