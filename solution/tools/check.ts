import { hungarianLabels } from "../labels/hungarian";
import { apps } from "./check/app";
import { type Contents, readContents } from "./check/contents";
import { files } from "./check/files";
import type { Finding } from "./check/finding";
import { flows } from "./check/flows";
import { forms } from "./check/forms";
import { ids } from "./check/ids";
import { languages } from "./check/languages";
import { relationships } from "./check/relationships";
import { roots } from "./check/roots";
import { steps } from "./check/steps";
import { tables } from "./check/tables";
import { views } from "./check/views";
import { labels } from "./labels";
import { readSolution } from "./read/solution";
import type { Folder } from "./zip/folder";

export type { Finding };

const rules: readonly ((contents: Contents) => readonly Finding[])[] =
  [roots, tables, relationships, forms, views, flows, languages, ids, apps, steps, files];

/** Cross-checks a SolutionPackager folder of any solution; empty = nothing found. Throws on a file that is no XML. */
export const checkPackage = (folder: Folder): readonly Finding[] => {
  const contents = readContents(folder);
  return rules.flatMap((rule) => rule(contents));
};

/** Every label has its translation and no translation is left over. `translations`: key -> text, the shipped ones when absent. */
export function checkLabels(translations: Readonly<Record<string, string>> = hungarianLabels): readonly Finding[] {
  const asked = labels(translations);
  readSolution({ version: "0.0.0", environment: {} }, asked);
  const where = "solution/labels/1038.json";
  return [
    ...asked.missing().map((key) => ({ code: "DULY-CHECK-036", where, message: `${key} has no translation. Add it.` })),
    ...asked.superfluous().map((key) => ({ code: "DULY-CHECK-037", where, message: `${key} is translated, but nothing carries it. Remove it.` })),
  ];
}
