import type { TableModel } from "../table-model";
import { DataverseError } from "../error";

const FAILED = /UNIQUE constraint failed: (?:index '([^']+)'|(.+))/;

function keyOf(model: TableModel, index: string | undefined, columns: string | undefined): string | null {
  const { table } = model;
  const named = table.keys.find((key) => index === `key_${table.logicalName}_${key.logicalName}`);
  const list = columns?.split(", ").map((column) => column.slice(table.logicalName.length + 1)).join();
  return (named ?? table.keys.find((key) => key.columns.join() === list))?.logicalName ?? null;
}

/** Runs a write; a violated key becomes Dataverse's error that names the key. */
export function withKeys<T>(model: TableModel, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const [failed, index, columns] = FAILED.exec(error instanceof Error ? error.message : "") ?? [];
    if (failed === undefined) throw error;
    throw duplicate(model, keyOf(model, index, columns));
  }
}

function duplicate({ table }: TableModel, keyName: string | null): DataverseError {
  const key = table.keys.find((each) => each.logicalName === keyName);
  if (key === undefined) return new DataverseError("0x80040237", `A record with matching key values already exists: the id is in use in '${table.logicalName}'.`, 412);
  return new DataverseError("0x80060892",
    `A record that has the attribute values ${key.columns.join(", ")} already exists. The entity key ${key.logicalName} requires that this set of attributes contains unique values. Select unique values and try again.`, 412);
}
