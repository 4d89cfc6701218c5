import { childOf, childrenOf, descendants, textOf } from "../xml/element";
import { type Contents, type Located, type TableContents, unbraced, whole } from "./contents";
import { finding, type Finding } from "./finding";

const again = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];

const columns = (table: TableContents): readonly Finding[] => again(
  childrenOf(childOf(descendants(table.root, "entity")[0] ?? table.root, "attributes") ?? table.root, "attribute").map((attribute) => textOf(attribute, "LogicalName")),
).map((name) => finding("DULY-CHECK-080", table, name));

const rootComponents = ({ manifest }: Contents): readonly Finding[] => again(
  descendants(manifest, "RootComponent").map(({ attributes }) => `${attributes.type ?? ""} ${attributes.schemaName ?? unbraced(attributes.id ?? "")}`),
).map((key) => finding("DULY-CHECK-081", whole, key));

const called = (parts: readonly Located[]): readonly Finding[] => {
  const twice = new Set(again(parts.map(({ root }) => root.attributes.name ?? "")));
  return parts.filter(({ root }) => twice.has(root.attributes.name ?? "")).map((part) => finding("DULY-CHECK-065", part, part.root.attributes.name ?? ""));
};

const privileges = (role: Located): readonly Finding[] => again(descendants(role.root, "RolePrivilege").map(({ attributes }) => attributes.name ?? ""))
  .map((name) => finding("DULY-CHECK-136", role, name));

/** What the platform knows by one name is there once. */
export const doubles = (contents: Contents): readonly Finding[] => [
  ...[...contents.tables.values()].flatMap(columns), ...rootComponents(contents),
  ...called(contents.roles), ...called(contents.profiles), ...contents.roles.flatMap(privileges),
];
