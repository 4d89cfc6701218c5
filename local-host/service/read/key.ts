import { keyTerm, quoted } from "../../store/ddl";
import type { SqlValue } from "../../store/sql";
import type { Row, RowKey, Value } from "../contract";
import type { Core } from "../core";
import { DataverseError } from "../error";
import { missing } from "../missing";
import type { TableModel } from "../table-model";
import { guidIn } from "../values/text";

function keyColumns({ table }: TableModel, names: readonly string[]): readonly string[] {
  const key = table.keys.find((each) => each.columns.length === names.length && each.columns.every((column) => names.includes(column)));
  if (key !== undefined) return key.columns;
  throw new DataverseError("0x8006088c", `The columns ${names.join(", ")} are no alternate key of '${table.logicalName}'.`);
}

function findByKey(core: Core, model: TableModel, key: Row): string | null {
  const { table } = model;
  const columns = keyColumns(model, Object.keys(key));
  const tests: string[] = [];
  const values: SqlValue[] = [];
  for (const name of columns) {
    const written: SqlValue[] = [];
    model.ports.get(name)?.write(key[name] ?? null, written);
    const term = keyTerm(table.columns.get(name), name);
    tests.push(term.startsWith("fold(") ? `${term} = fold(?)` : `${term} = ?`);
    values.push(written[0] ?? null);
  }
  const row = core.engine.get(`SELECT ${quoted(table.primaryId)} AS id FROM ${quoted(table.logicalName)} WHERE ${tests.join(" AND ")}`, values);
  return row === null ? null : String(row["id"]);
}

/** Id of the row that a key names; null when an alternate key finds none. An id is taken as it is. */
export function findRow(core: Core, model: TableModel, key: RowKey): string | null {
  if (!("id" in key)) return findByKey(core, model, key.key);
  const id = guidIn(key.id);
  if (id === null) throw new DataverseError("0x80048d19", `The id '${key.id}' of '${model.table.logicalName}' is not a GUID.`);
  return id;
}

const shown = (value: Value): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

/** As `findRow`; throws 0x80040217 when an alternate key finds none. */
export function requireRow(core: Core, model: TableModel, key: RowKey): string {
  const id = findRow(core, model, key);
  if (id !== null) return id;
  if ("id" in key) throw missing(model.table.logicalName, key.id);
  const values = Object.entries(key.key).map(([name, value]) => `${name} = ${shown(value)}`).join(", ");
  throw new DataverseError("0x80040217", `A record of '${model.table.logicalName}' with the specified key values (${values}) does not exist.`, 404);
}

export function rowExists(core: Core, model: TableModel, id: string): boolean {
  const { logicalName, primaryId } = model.table;
  if (core.known.has(logicalName, id)) return true;
  const found = core.engine.get(`SELECT 1 FROM ${quoted(logicalName)} WHERE ${quoted(primaryId)} = ?`, [id]) !== null;
  if (found) core.known.add(logicalName, id);
  return found;
}
