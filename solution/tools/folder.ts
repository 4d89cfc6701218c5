import { hungarianLabels } from "../labels/hungarian";
import type { PackageParts } from "../model/package";
import { customizations } from "./emit/customizations";
import { document, type File, schemaFiles } from "./emit/files";
import { type Root, solutionManifest } from "./emit/manifest";
import { partFiles } from "./emit/parts";
import { stepId } from "./emit/step";
import type { SolutionIr } from "./ir/solution";
import { labels } from "./labels";
import { packFailure } from "./messages";
import { pluginAssembly } from "./plugin";
import { readSolution } from "./read/solution";

/** Codes that the manifest gives to kinds of components. */
const rootTypes = { table: 1, choice: 9, role: 20, flow: 29, dashboard: 60, profile: 70, webResource: 61, siteMap: 62, control: 66, app: 80, assembly: 91, step: 92 } as const;

const bySchemaName = (type: number, names: readonly string[]): readonly Root[] => names.map((schemaName) => ({ type, schemaName }));
const byId = (type: number, ids: readonly string[]): readonly Root[] => ids.map((id) => ({ type, id }));

/** A classic assembly is a root by name and id; one inside a plug-in package is none. */
const assemblyRoot = ({ host }: PackageParts): readonly Root[] =>
  (host.form === "assembly" && host.dll !== null ? [{ type: rootTypes.assembly, id: pluginAssembly.id, schemaName: host.fullName }] : []);

/** Sharded parts, columns, relationships, views and forms are never roots. */
const roots = (solution: SolutionIr, parts: PackageParts): readonly Root[] => [
  ...bySchemaName(rootTypes.table, solution.tables.map((table) => table.logicalName)),
  ...bySchemaName(rootTypes.choice, solution.choices.map((choice) => choice.name)),
  ...byId(rootTypes.role, solution.roles.map((role) => role.id)),
  ...byId(rootTypes.flow, solution.flows.map((flow) => flow.id)),
  ...byId(rootTypes.dashboard, solution.dashboards.map((dashboard) => dashboard.id)),
  ...byId(rootTypes.profile, solution.profiles.map((profile) => profile.id)),
  ...bySchemaName(rootTypes.webResource, parts.webResources.map((resource) => resource.name)),
  ...bySchemaName(rootTypes.siteMap, [solution.app.uniqueName]),
  ...bySchemaName(rootTypes.control, parts.controls.map((control) => control.name)),
  ...bySchemaName(rootTypes.app, [solution.app.uniqueName]),
  ...assemblyRoot(parts),
  ...byId(rootTypes.step, parts.manifest.steps.map(stepId)),
];

const encoder = new TextEncoder();

/** Paths in order of their characters, content as bytes; throws DULY-PACK-006 when two components claim one path. */
function collected(files: readonly File[]): ReadonlyMap<string, Uint8Array> {
  const folder = new Map<string, Uint8Array>();
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (folder.has(path)) throw packFailure("DULY-PACK-006", path);
    folder.set(path, typeof content === "string" ? encoder.encode(content) : content);
  }
  return folder;
}

/** The SolutionPackager folder of the whole solution: relative path -> content. */
export function solutionFolder(parts: PackageParts): ReadonlyMap<string, Uint8Array> {
  const solution = readSolution(parts, labels(hungarianLabels));
  return collected([
    document("Other/Solution.xml", solutionManifest(solution, roots(solution, parts))),
    document("Other/Customizations.xml", customizations(solution)),
    ...schemaFiles(solution),
    ...partFiles(parts, solution.apis),
  ]);
}
