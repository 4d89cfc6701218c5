import type { ManyToOne } from "../../metadata/model";
import { hasTypeColumn } from "../../metadata/column-kinds";
import { quoted } from "../../store/ddl";
import type { SqlValue } from "../../store/sql";
import type { Core } from "../core";
import { DataverseError } from "../error";
import { missing } from "../missing";
import type { TableModel } from "../table-model";

interface Doomed { readonly id: string; /** Deletes a row that goes with this one, by the whole way that a deletion takes. */ readonly remove: (table: string, id: string) => void }

interface Reference { readonly where: string; readonly values: readonly SqlValue[]; readonly set: string }

/** Rows that point to this one through a relationship. */
function reference(core: Core, each: ManyToOne, id: string): Reference {
  const column = core.model(each.referencingTable).table.columns.get(each.referencingColumn);
  const name = quoted(each.referencingColumn);
  const type = quoted(`${each.referencingColumn}__type`);
  if (column === undefined || !hasTypeColumn(column)) return { where: `${name} = ?`, values: [id], set: `${name} = NULL` };
  return { where: `${name} = ? AND ${type} = ?`, values: [id, each.referencedTable], set: `${name} = NULL, ${type} = NULL` };
}

function pointing(core: Core, each: ManyToOne, id: string): readonly string[] {
  const { where, values } = reference(core, each, id);
  const { primaryId } = core.model(each.referencingTable).table;
  return core.engine.all(`SELECT ${quoted(primaryId)} AS id FROM ${quoted(each.referencingTable)} WHERE ${where}`, values).map((row) => String(row["id"]));
}

function refuseRestricted(core: Core, each: ManyToOne, id: string): void {
  if (pointing(core, each, id).length === 0) return;
  throw new DataverseError("0x80040227",
    `The object you tried to delete is associated with another object and cannot be deleted: rows of '${each.referencingTable}' point to it by '${each.referencingColumn}' (${each.schemaName}).`);
}

function unlink(core: Core, each: ManyToOne, id: string): void {
  for (const row of pointing(core, each, id)) {
    const { where, values, set } = reference(core, each, id);
    const { primaryId } = core.model(each.referencingTable).table;
    core.engine.run(`UPDATE ${quoted(each.referencingTable)} SET ${set}, versionnumber = ? WHERE ${quoted(primaryId)} = ? AND ${where}`, [core.versions.next(), row, ...values]);
  }
}

function unlinkManyToMany(core: Core, table: string, id: string): void {
  for (const each of core.metadata().manyToMany) {
    if (each.firstTable === table) core.engine.run(`DELETE FROM ${quoted(each.intersectTable)} WHERE ${quoted(each.firstColumn)} = ?`, [id]);
    if (each.secondTable === table) core.engine.run(`DELETE FROM ${quoted(each.intersectTable)} WHERE ${quoted(each.secondColumn)} = ?`, [id]);
  }
}

/** Deletes a row and does to the rows that point to it what their relationships say. */
export function removeRow(core: Core, model: TableModel, { id, remove }: Doomed): void {
  const { table, referencedBy } = model;
  for (const each of referencedBy) if (each.cascadeDelete === "Restrict") refuseRestricted(core, each, id);
  for (const each of referencedBy) {
    if (each.cascadeDelete === "Cascade") for (const row of pointing(core, each, id)) remove(each.referencingTable, row);
    if (each.cascadeDelete === "RemoveLink") unlink(core, each, id);
  }
  unlinkManyToMany(core, table.logicalName, id);
  if (core.engine.change(`DELETE FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ?`, [id]) === 0) throw missing(table.logicalName, id);
  core.known.remove(table.logicalName, id);
}
