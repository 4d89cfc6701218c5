import type { Acting } from "../service/write/acting";
import { insertRow } from "../service/write/insert";
import { updateRow } from "../service/write/update";
import { rowExists } from "../service/read/key";
import type { Core } from "../service/core";
import { quoted } from "../store/ddl";
import type { Component } from "./components/component";
import type { Package } from "./package";

/** Writes components past the pipeline: an import fires no steps. Rows that a flow's or a variable's owner changed are replaced, as an import does. */
export function writeComponents(core: Core, components: readonly Component[], acting: Acting): void {
  for (const { table, id, row, labels } of components) {
    const model = core.model(table);
    if (rowExists(core, model, id)) updateRow(core, model, { id, row, acting });
    else insertRow(core, model, { row: { ...row, [model.table.primaryId]: id }, acting });
    writeLabels(core, { table, id, labels: labels ?? {} });
  }
}

/** Keeps the texts of a component in the languages besides English, which its row has. */
function writeLabels({ engine }: Core, { table, id, labels }: Required<Pick<Component, "table" | "id" | "labels">>): void {
  engine.run(`DELETE FROM "__label" WHERE "table" = ? AND "id" = ?`, [table, id]);
  for (const [column, texts] of Object.entries(labels)) {
    const others = Object.entries(texts).filter(([lcid]) => lcid !== "1033");
    for (const [lcid, text] of others) engine.run(`INSERT INTO "__label" VALUES (?, ?, ?, ?, ?)`, [table, id, column, Number(lcid), text]);
  }
}

/** Deletes the components that an earlier version of the solution had and this one has not, and remembers which it has. */
export function replaceMembership(core: Core, solution: string, components: readonly Component[]): void {
  const { engine } = core;
  const now = new Set(components.map(({ table, id }) => `${table}|${id}`));
  for (const row of engine.all(`SELECT "table", "id" FROM "__component" WHERE "solution" = ?`, [solution])) {
    const [table, id] = [String(row["table"]), String(row["id"])];
    const other = engine.get(`SELECT 1 FROM "__component" WHERE "table" = ? AND "id" = ? AND "solution" <> ?`, [table, id, solution]);
    if (now.has(`${table}|${id}`) || other !== null) continue;
    engine.run(`DELETE FROM ${quoted(table)} WHERE ${quoted(core.model(table).table.primaryId)} = ?`, [id]);
    engine.run(`DELETE FROM "__label" WHERE "table" = ? AND "id" = ?`, [table, id]);
    core.known.remove(table, id);
  }
  engine.run(`DELETE FROM "__component" WHERE "solution" = ?`, [solution]);
  for (const { table, id } of components) engine.run(`INSERT INTO "__component" VALUES (?, ?, ?)`, [solution, table, id]);
}

/** Keeps the files of code components by their path in the package. */
export function writeFiles(core: Core, from: Package): void {
  core.engine.run(`DELETE FROM "__file" WHERE "solution" = ?`, [from.name]);
  for (const [path, content] of from.files) {
    if (path.startsWith("Controls/")) core.engine.run(`INSERT OR REPLACE INTO "__file" VALUES (?, ?, ?)`, [path, from.name, content]);
  }
}
