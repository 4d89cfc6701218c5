import { descendants, textOf } from "../xml/element";
import { type Contents, type Located, unbraced, whole } from "./contents";
import { finding, type Finding } from "./finding";

type Component = readonly [key: string, part: Located];

const keyed = (type: number, parts: readonly Located[], key: (part: Located) => string): readonly Component[] => parts.map((part) => [`${type} ${key(part)}`, part]);

/** "type name" of every component that has to be a root. */
const components = (contents: Contents): readonly Component[] => [
  ...keyed(1, [...contents.tables.values()], ({ root }) => textOf(root, "Name")),
  ...keyed(9, contents.choices, ({ root }) => root.attributes.Name ?? ""),
  ...keyed(20, contents.roles, ({ root }) => unbraced(root.attributes.id ?? "")),
  ...keyed(29, contents.flows, ({ root }) => unbraced(root.attributes.WorkflowId ?? "")),
  ...keyed(60, contents.dashboards, ({ root }) => unbraced(textOf(root, "FormId"))),
  ...keyed(61, contents.webResources, ({ root }) => textOf(root, "Name")),
  ...keyed(62, contents.siteMaps, ({ root }) => textOf(root, "SiteMapUniqueName")),
  ...keyed(66, contents.controls, ({ root }) => textOf(root, "Name")),
  ...keyed(70, contents.profiles, ({ root }) => unbraced(root.attributes.fieldsecurityprofileid ?? "")),
  ...keyed(80, contents.apps, ({ root }) => textOf(root, "UniqueName")),
  ...keyed(91, contents.assemblies, ({ root }) => root.attributes.FullName ?? ""),
  ...keyed(92, contents.steps, ({ root }) => unbraced(root.attributes.SdkMessageProcessingStepId ?? "")),
];

/** The publisher's own tables are roots with everything in them. */
const partial = ({ manifest, prefix }: Contents): readonly Finding[] => descendants(manifest, "RootComponent")
  .filter(({ attributes: { type, schemaName = "", behavior } }) => type === "1" && schemaName.startsWith(prefix) && behavior !== "0")
  .map(({ attributes: { schemaName = "", behavior = "" } }) => finding("DULY-CHECK-099", whole, schemaName, behavior));

const bySchemaName = new Set(["1", "9", "61", "62", "66", "80", "91"]);
const byId = new Set(["20", "29", "31", "36", "60", "63", "70", "91", "92"]);

/** Roots are named in the way of their kind; an assembly in both. */
function unnamed({ manifest, assemblies }: Contents): readonly Finding[] {
  const ids = new Map(assemblies.map(({ root }) => [root.attributes.FullName, unbraced(root.attributes.PluginAssemblyId ?? "")]));
  return descendants(manifest, "RootComponent").flatMap(({ attributes: { type = "", schemaName, id } }) => [
    ...(bySchemaName.has(type) && schemaName === undefined ? ["no schemaName"] : []), ...(byId.has(type) && id === undefined ? ["no id"] : []),
    ...(type === "91" && id !== undefined && ids.get(schemaName) !== undefined && ids.get(schemaName) !== unbraced(id) ? [`the id ${id}, which is not that of the assembly`] : []),
  ].map((problem) => finding("DULY-CHECK-125", whole, `${type} ${schemaName ?? id ?? ""}`, problem)));
}

/** Component and root component, both ways. */
export function roots(contents: Contents): readonly Finding[] {
  const there = new Map(components(contents));
  const declared = new Set(descendants(contents.manifest, "RootComponent").map(({ attributes }) =>
    `${attributes.type ?? ""} ${attributes.schemaName ?? unbraced(attributes.id ?? "")}`));
  return [
    ...[...there].filter(([key]) => !declared.has(key)).map(([key, part]) => finding("DULY-CHECK-001", part, key)),
    ...partial(contents), ...unnamed(contents),
    ...[...declared].filter((key) => !there.has(key)).map((key) => finding("DULY-CHECK-002", whole, key)),
  ];
}
