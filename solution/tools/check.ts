import { hungarianLabels } from "../labels/hungarian";
import type { ApiRegistration } from "../model/manifest";
import { apis } from "./check/apis";
import { apps } from "./check/app";
import { assemblies } from "./check/assemblies";
import { cascades } from "./check/cascades";
import { charts } from "./check/charts";
import { collections } from "./check/collections";
import { type Contents, readContents } from "./check/contents";
import { controlUses } from "./check/control-uses";
import { controls } from "./check/controls";
import { doubles } from "./check/doubles";
import { finding, type Finding } from "./check/finding";
import { columns } from "./check/facets/columns";
import { components } from "./check/facets/components";
import { flags } from "./check/facets/flags";
import { flows } from "./check/flows";
import { forms } from "./check/forms";
import { grids } from "./check/grids";
import { ids } from "./check/ids";
import { keys } from "./check/keys";
import { languages } from "./check/languages";
import { names } from "./check/names";
import { needs } from "./check/needs";
import { options } from "./check/options";
import { parts } from "./check/parts";
import { pins } from "./check/pins";
import { profiles } from "./check/profiles";
import { registrations } from "./check/registrations";
import { relationships } from "./check/relationships";
import { resx } from "./check/resx";
import { roles } from "./check/roles";
import { roots } from "./check/roots";
import { type RuleIds, rulesOf } from "./check/rules";
import { scripts } from "./check/scripts";
import { steps } from "./check/steps";
import { surfaces } from "./check/surfaces";
import { tables } from "./check/tables";
import { texts } from "./check/texts";
import { values } from "./check/values";
import { variables } from "./check/variables";
import { views } from "./check/views";
import { labels } from "./labels";
import { readSolution } from "./read/solution";
import type { Folder } from "./zip/folder";

export { type Finding, told } from "./check/finding";
export type { RuleIds } from "./check/rules";
export { acceptedIds, checkIds, type History } from "./check/lock";

const rules: readonly ((contents: Contents) => readonly Finding[])[] = [
  roots, parts, scripts, resx, assemblies, pins, doubles, values, tables, columns, keys, options, relationships, cascades, components, flags, needs, forms, controls, controlUses, grids, views, charts, flows, roles, profiles, steps, registrations, apis, variables, apps, surfaces, collections, names, languages, texts, ids,
];

/** Cross-checks an opened package (name of a part -> bytes, as `readZip` gives it) of any solution; empty = nothing found. Throws DULY-PACK-007/008 on a part that is missing or no XML. */
export const checkEntries = (entries: Folder): readonly Finding[] => {
  const contents = readContents(entries);
  return rules.flatMap((rule) => rule(contents));
};

/** Cross-checks steps and custom APIs of an opened package with the rules that its pinned bundle has. Throws DULY-PACK-007/008 as `checkEntries` does. */
export const checkRules = (entries: Folder, ruleIds: RuleIds): readonly Finding[] => rulesOf(readContents(entries), ruleIds);

/** Every label, those of the given custom APIs too, has its translation and no translation is left over. `translations`: key -> text, the shipped ones when absent. */
export function checkLabels(apis: readonly ApiRegistration[], translations: Readonly<Record<string, string>> = hungarianLabels): readonly Finding[] {
  const asked = labels(translations);
  readSolution({ version: "0.0.0", environment: {}, manifest: { apis } }, asked);
  const place = { component: "labels", path: "solution/labels/1038.json" };
  return [...asked.missing().map((key) => finding("DULY-CHECK-036", place, key)), ...asked.superfluous().map((key) => finding("DULY-CHECK-037", place, key))];
}
