import { descendants, textOf } from "../xml/element";
import type { Contents, Located } from "./contents";
import type { Finding } from "./finding";

const unbraced = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();
const keys = (type: number, parts: readonly Located[], key: (part: Located) => string): readonly string[] => parts.map((part) => `${type} ${key(part)}`);

/** "type name" of every component of the folder that has to be a root. */
const components = (contents: Contents): readonly string[] => [
  ...[...contents.tables.keys()].map((name) => `1 ${name}`),
  ...keys(9, contents.choices, ({ root }) => root.attributes.Name ?? ""),
  ...keys(20, contents.roles, ({ root }) => unbraced(root.attributes.id ?? "")),
  ...keys(29, contents.flows, ({ root }) => unbraced(root.attributes.WorkflowId ?? "")),
  ...keys(61, contents.webResources, ({ root }) => textOf(root, "Name")),
  ...keys(62, contents.siteMaps, ({ root }) => textOf(root, "SiteMapUniqueName")),
  ...keys(66, contents.controls, ({ root }) => textOf(root, "Name")),
  ...keys(80, contents.apps, ({ root }) => textOf(root, "UniqueName")),
  ...keys(91, contents.assemblies, ({ root }) => root.attributes.FullName ?? ""),
  ...keys(92, contents.steps, ({ root }) => unbraced(root.attributes.SdkMessageProcessingStepId ?? "")),
];

/** Component and root component, both ways. */
export function roots(contents: Contents): readonly Finding[] {
  const there = new Set(components(contents));
  const declared = new Set(descendants(contents.manifest, "RootComponent").map(({ attributes }) =>
    `${attributes.type ?? ""} ${attributes.schemaName ?? unbraced(attributes.id ?? "")}`));
  return [
    ...[...there].filter((key) => !declared.has(key)).map((key): Finding =>
      ({ code: "DULY-CHECK-001", where: "Other/Solution.xml", message: `Component ${key} is no root component; the import would refuse it. Add it to the roots in solution/tools/folder.ts.` })),
    ...[...declared].filter((key) => !there.has(key)).map((key): Finding =>
      ({ code: "DULY-CHECK-002", where: "Other/Solution.xml", message: `Root component ${key} has no file in the folder. Remove the root or write the component.` })),
  ];
}
