import { descendants, type Element, textOf } from "../xml/element";
import type { Contents, Located } from "./contents";
import { finding, type Finding } from "./finding";

const custom = (table: Element): readonly string[] => descendants(table, "attribute").filter((attribute) => textOf(attribute, "IsCustomField") === "1").map((attribute) => textOf(attribute, "LogicalName"));

interface Named { readonly place: Located; readonly name: string; /** Names of one kind must differ. */ readonly kind: string }

const of = (kind: string, parts: readonly Located[], name: (root: Element) => string): readonly Named[] => parts.map((place) => ({ place, kind, name: name(place.root) }));

const named = (contents: Contents): readonly Named[] => [
  ...of("table", [...contents.tables.values()], (root) => textOf(root, "Name")),
  ...of("choice", contents.choices, (root) => root.attributes.Name ?? ""),
  ...of("web resource", contents.webResources, (root) => textOf(root, "Name")),
  ...of("control", contents.controls, (root) => textOf(root, "Name")),
  ...of("app", contents.apps, (root) => textOf(root, "UniqueName")),
  ...of("connection", contents.connections, (root) => root.attributes.connectionreferencelogicalname ?? ""),
  ...of("variable", contents.variables, (root) => root.attributes.schemaname ?? ""),
  ...of("API", contents.apis, (root) => root.attributes.uniquename ?? ""),
  ...[...contents.tables.values()].flatMap((table) => custom(table.root).map((name) => ({ place: table, kind: `column of ${table.name}`, name }))),
  ...[...contents.tables.values()].flatMap((table) => descendants(table.root, "EntityKey").map((key) => ({ place: table, kind: `key of ${table.name}`, name: textOf(key, "LogicalName") }))),
];

/** Also the sets, which address a table on the web. */
const sets = (contents: Contents): readonly Named[] => of("set", [...contents.tables.values()], (root) => textOf(descendants(root, "EntitySetName")[0]));

function doubled(names: readonly Named[]): readonly Finding[] {
  const seen = new Set<string>();
  return names.flatMap(({ place, kind, name }) => {
    const key = `${kind} ${name.toLowerCase()}`;
    const again = seen.has(key);
    seen.add(key);
    return again ? [finding("DULY-CHECK-065", place, name)] : [];
  });
}

/** A sharded part lies in a folder of its own name. */
const misplaced = (contents: Contents): readonly Finding[] => [...contents.variables, ...contents.apis].flatMap((part) => {
  const name = part.root.attributes.schemaname ?? part.root.attributes.uniquename ?? "";
  return part.path.split("/")[1] === name ? [] : [finding("DULY-CHECK-068", part, name)];
});

/** Components are called by the publisher's prefix, and no two alike. */
export const names = (contents: Contents): readonly Finding[] => {
  const all = named(contents);
  return [
    ...all.filter(({ name }) => !name.startsWith(contents.prefix)).map(({ place }) => finding("DULY-CHECK-064", place, contents.prefix)),
    ...doubled([...all, ...sets(contents)]), ...misplaced(contents),
  ];
};
