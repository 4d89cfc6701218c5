import { childOf, textOf } from "../xml/element";
import { type Contents, type Located, webResourceFile } from "./contents";
import { finding, type Finding } from "./finding";
import { pinsOf } from "./pins";

/** Ids of the rules that a script has; null when it is no bundle of rules, and the reason when it does not even run. */
export type RuleIds = (script: string) => ReadonlySet<string> | { readonly broken: string } | null;

interface Use { readonly part: Located; readonly rule: string }

/** A step's configuration names its rule; behind a custom API is the rule of its name. */
const uses = ({ steps, apis }: Contents): readonly Use[] => [
  ...steps.map((part) => ({ part, rule: textOf(part.root, "Configuration") })),
  ...apis.filter(({ root }) => textOf(childOf(root, "plugintypeid")) !== "").map((part) => ({ part, rule: part.root.attributes.uniquename ?? "" })),
];

/** The pinned bundle has every rule that a step or custom API asks for, and no rule that nobody asks for. A package without bundle is not asked. */
export const rulesOf = (contents: Contents, ruleIds: RuleIds): readonly Finding[] => pinsOf(contents).flatMap(({ webResource }) => {
  const file = webResourceFile(contents, webResource);
  const known = file === undefined ? null : ruleIds(new TextDecoder().decode(file));
  if (known === null) return [];
  const bundle = { component: `web resource ${webResource}`, path: "customizations.xml/WebResources" };
  if ("broken" in known) return [finding("DULY-CHECK-096", bundle, known.broken)];
  const used = uses(contents);
  const names = new Set(used.map(({ rule }) => rule));
  return [
    ...used.filter(({ rule }) => !known.has(rule)).map(({ part, rule }) => finding("DULY-CHECK-093", part, rule, webResource)),
    ...[...known].filter((rule) => !names.has(rule)).map((rule) => finding("DULY-CHECK-094", bundle, rule)),
  ];
});
