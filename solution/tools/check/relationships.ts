import { childrenOf, type Element, textOf } from "../xml/element";
import { type Contents, type Located, whole } from "./contents";
import { customers, lookupNavigation } from "./customers";
import { finding, type Finding } from "./finding";

/** Tables that every Dataverse environment has, and that ours may point to. */
const base = new Set(["account", "contact", "systemuser", "team", "businessunit", "organization", "owner", "queue", "task", "phonecall", "email", "letter", "annotation", "transactioncurrency"]);

/** Both ends of every relationship exist: ours by table and column, the platform's by name. */
const ends = (contents: Contents): readonly Finding[] => contents.relationships.flatMap((entry) => {
  const target = textOf(entry.root, "ReferencedEntityName");
  const column = textOf(entry.root, "ReferencingAttributeName");
  const table = contents.tables.get(textOf(entry.root, "ReferencingEntityName"));
  const own = target.startsWith(contents.prefix);
  return [
    ...(table?.columns.has(column) === true ? [] : [finding("DULY-CHECK-008", entry, column)]),
    ...(own && !contents.tables.has(target) ? [finding("DULY-CHECK-009", entry, target)] : []),
    ...(!own && !base.has(target.toLowerCase()) ? [finding("DULY-CHECK-059", entry, target)] : []),
  ];
});

const navigations = (contents: Contents, { root }: Located): readonly (readonly [table: string, name: string])[] =>
  [[textOf(root, "ReferencingEntityName"), lookupNavigation(contents, root)], [textOf(root, "ReferencedEntityName"), root.attributes.Name ?? ""]];

/** A navigation property may have the name of its own lookup column, of nothing else on the table. */
function collisions(contents: Contents): readonly Finding[] {
  const seen = new Set<string>();
  return contents.relationships.flatMap((entry) => navigations(contents, entry).flatMap(([table, name], side) => {
    const key = `${table}.${name}`;
    const taken = seen.has(key) || (side === 1 && contents.tables.get(table)?.columns.has(name) === true);
    seen.add(key);
    return taken ? [finding("DULY-CHECK-010", entry, key)] : [];
  }));
}

function dependencies(contents: Contents): readonly Finding[] {
  const missing = childrenOf(contents.manifest, "MissingDependencies").flatMap((group) => childrenOf(group));
  const names = missing.map((entry: Element) => childrenOf(entry, "Required")[0]?.attributes.schemaName ?? entry.name);
  return names.length === 0 ? [] : [finding("DULY-CHECK-060", whole, names.join(", "))];
}

export const relationships = (contents: Contents): readonly Finding[] => [...ends(contents), ...customers(contents), ...collisions(contents), ...dependencies(contents)];
