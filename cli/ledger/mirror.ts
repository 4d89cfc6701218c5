import type { OrganizationService, Row, Value } from "../../local-host/service/contract";
import { unitsOf } from "./amounts";
import { fold } from "./fold";
import { isReference, readAll, textIn, type Where } from "./rows";

export interface MirrorRow {
  readonly id: string;
  readonly row: Row;
}

/** What the store holds of one table, by alternate key, kept in step with what is written; so that only what differs is written. */
export interface Mirror {
  readonly table: string;
  readonly rows: Map<string, MirrorRow>;
}

/** What a row should hold. `columns` are kept equal to the file; `initial` is written only when the row is new. */
export interface Wanted {
  readonly key: string;
  readonly columns: Row;
  readonly initial?: Row;
}

/** The service, and what takes the mirrors back when a line is rolled back. */
export interface Writing {
  readonly service: OrganizationService;
  readonly undo: (() => void)[];
}

export interface Written {
  readonly id: string;
  readonly change: "created" | "updated" | "none";
}

export const keyOf = (...parts: readonly (string | number)[]): string => fold(parts.join("\u0001"));

/** Reads the rows of a table once; `key` names each by its alternate key. */
export function readMirror(
  service: OrganizationService, table: string,
  what: { readonly columns: readonly string[]; readonly key: (row: Row) => string; readonly where?: Where },
): Mirror {
  const rows = new Map<string, MirrorRow>();
  for (const row of readAll(service, table, what.columns, what.where)) rows.set(what.key(row), { id: textIn(row, `${table}id`), row });
  return { table, rows };
}

/** Creates the row, or updates the columns that differ, or does nothing. */
export function put(writing: Writing, mirror: Mirror, wanted: Wanted): Written {
  const stored = mirror.rows.get(wanted.key);
  if (stored) {
    const changed = Object.entries(wanted.columns).filter(([column, value]) => !isSame(column, stored.row[column], value));
    return change(writing, mirror, wanted.key, Object.fromEntries(changed));
  }
  const row = { ...wanted.columns, ...wanted.initial };
  const id = writing.service.create(mirror.table, row);
  mirror.rows.set(wanted.key, { id, row });
  writing.undo.push(() => mirror.rows.delete(wanted.key));
  return { id, change: "created" };
}

/** Writes columns of a row that the mirror has; none = nothing is done. */
export function change({ service, undo }: Writing, mirror: Mirror, key: string, columns: Row): Written {
  const stored = mirror.rows.get(key);
  if (!stored) throw new Error(`mirror of ${mirror.table} has no row ${key}`);
  if (Object.keys(columns).length === 0) return { id: stored.id, change: "none" };
  service.update(mirror.table, { id: stored.id }, columns);
  mirror.rows.set(key, { id: stored.id, row: { ...stored.row, ...columns } });
  undo.push(() => mirror.rows.set(key, stored));
  return { id: stored.id, change: "updated" };
}

const moneyColumns = new Set(["duly_amount", "duly_openamount", "duly_total", "duly_minimumamount"]);

/** Money is compared as a number: the store may write "12.5000" for "12.50". */
function isSame(column: string, a: Value | undefined, b: Value): boolean {
  if (moneyColumns.has(column) && typeof a === "string" && typeof b === "string") return unitsOf(a) === unitsOf(b);
  if (isReference(a) && isReference(b)) return a.id === b.id;
  return (a ?? null) === b;
}
