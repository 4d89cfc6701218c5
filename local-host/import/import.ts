import { createHash } from "node:crypto";
import type { ImportReport, UnsupportedLedger } from "../host.contract";
import type { PluginHost } from "../pipeline/plugin";
import type { Changes } from "../service/changes";
import type { Core } from "../service/core";
import { ensureTables } from "../store/ddl";
import { rescaleDecimals } from "../store/rescale";
import { writeSnapshot } from "../store/snapshot";
import { componentsOf } from "./components/all";
import type { Component } from "./components/component";
import { ignoredParts } from "./ignored";
import { mergeModel } from "./model/merge";
import { openPackage, type Package } from "./package";
import { itemsOf } from "./xml/element";
import { replaceMembership, writeComponents, writeFiles } from "./write";

export interface ImportParts {
  readonly core: Core;
  readonly plugins: Readonly<Record<string, PluginHost>>;
  readonly unsupported: UnsupportedLedger;
  readonly changes: Changes;
  readonly systemUserId: string;
}

/** The report of an earlier import of the very same bytes; null when there was none, or another version came after it. */
function importedBefore({ core }: ImportParts, sha256: string): ImportReport | null {
  const row = core.engine.get(`SELECT "report" FROM "__solution" WHERE "sha256" = ?`, [sha256]);
  return row === null ? null : { ...JSON.parse(String(row["report"])) as ImportReport, changed: false };
}

function reportOf(from: Package, components: readonly Component[]): ImportReport {
  const imported: Record<string, number> = {};
  for (const kind of ["Entities", "EntityRelationships", "optionsets"]) {
    const count = itemsOf(from.customizations, kind).length;
    if (count > 0) imported[kind] = count;
  }
  for (const { kind, part } of components) if (part !== true) imported[kind] = (imported[kind] ?? 0) + 1;
  return { solution: from.name, version: from.version, changed: true, imported, ignored: ignoredParts(from) };
}

/** A plug-in package does not tell the names of its types: such a type goes by its key. */
const withTypeNames = (components: readonly Component[]): readonly Component[] => components.map((component) =>
  (component.table === "plugintype" && component.row["typename"] === undefined
    ? { ...component, row: { ...component.row, typename: component.row["plugintypeexportkey"] ?? null, name: component.row["plugintypeexportkey"] ?? null } } : component));

function noteMissingPlugins({ plugins, unsupported }: ImportParts, components: readonly Component[]): void {
  const names = components.filter(({ table }) => table === "plugintype").map(({ row }) => String(row["typename"]));
  for (const name of names) if (!Object.hasOwn(plugins, name)) unsupported.note("plug-in type", name);
}

function apply(parts: ImportParts, from: Package, sha256: string): ImportReport {
  const { core } = parts;
  const before = core.metadata();
  core.useMetadata(mergeModel(from, before));
  rescaleDecimals(core.engine, before, core.metadata());
  ensureTables(core.engine, core.metadata());
  writeSnapshot(core.engine, core.metadata());
  const components = withTypeNames(componentsOf(from));
  writeComponents(core, components, { userId: parts.systemUserId, now: core.clock.now() });
  replaceMembership(core, from.name, components);
  writeFiles(core, from);
  const report = reportOf(from, components);
  core.engine.run(`INSERT OR REPLACE INTO "__solution" VALUES (?, ?, ?, ?)`, [from.name, from.version, sha256, JSON.stringify(report)]);
  noteMissingPlugins(parts, components);
  return report;
}

/** Imports a solution package: all of it in one transaction, or nothing. The bytes that were imported last are not imported again. */
export function importSolution(parts: ImportParts, zip: Uint8Array): ImportReport {
  const sha256 = createHash("sha256").update(zip).digest("hex");
  const before = importedBefore(parts, sha256);
  if (before !== null) return before;
  const from = openPackage(zip);
  const metadata = parts.core.metadata();
  try {
    return parts.core.engine.transaction(() => apply(parts, from, sha256));
  } catch (error) {
    parts.core.useMetadata(metadata);
    throw error;
  } finally {
    parts.changes.forgetRegistration();
  }
}
