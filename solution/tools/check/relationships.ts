import { childOf, childrenOf, type Element, textOf } from "../xml/element";
import { xmlOf } from "../zip/folder";
import type { Contents } from "./contents";
import type { Finding } from "./finding";

const where = "Other/Relationships";

/** Both ends of every relationship exist: ours by table and column; the platform's tables are recognised by their missing prefix. */
function ends(contents: Contents): readonly Finding[] {
  const prefix = `${textOf(childOf(contents.manifest, "Publisher"), "CustomizationPrefix")}_`;
  return contents.relationships.flatMap((entry): readonly Finding[] => {
    const name = entry.attributes.Name ?? "";
    const target = textOf(entry, "ReferencedEntityName");
    const column = textOf(entry, "ReferencingAttributeName");
    const table = contents.tables.get(textOf(entry, "ReferencingEntityName"));
    return [
      ...(table?.columns.has(column) === true ? [] : [{ code: "DULY-CHECK-008", where, message: `Relationship ${name} starts at the column ${column}, which is not there.` }]),
      ...(contents.tables.has(target) || !target.startsWith(prefix) ? [] : [{ code: "DULY-CHECK-009", where, message: `Relationship ${name} points to ${target}, which is no table of the package.` }]),
    ];
  });
}

const navigations = (entry: Element): readonly (readonly [table: string, name: string])[] =>
  [[textOf(entry, "ReferencingEntityName"), textOf(entry, "ReferencingAttributeName")], [textOf(entry, "ReferencedEntityName"), entry.attributes.Name ?? ""]];

/** A navigation property may have the name of its own lookup column, of nothing else on the table. */
function collisions(contents: Contents): readonly Finding[] {
  const seen = new Set<string>();
  return contents.relationships.flatMap((entry) => navigations(entry).flatMap(([table, name], side): readonly Finding[] => {
    const key = `${table}.${name}`;
    const taken = seen.has(key) || (side === 1 && contents.tables.get(table)?.columns.has(name) === true);
    seen.add(key);
    return taken ? [{ code: "DULY-CHECK-010", where, message: `Two navigation properties are called ${key}. Rename a lookup or its relationship.` }] : [];
  }));
}

function stubs(contents: Contents): readonly Finding[] {
  const path = "Other/Relationships.xml";
  const listed = new Set(contents.folder.has(path) ? childrenOf(xmlOf(contents.folder, path)).map((entry) => entry.attributes.Name) : []);
  return contents.relationships.map((entry) => entry.attributes.Name ?? "").filter((name) => !listed.has(name))
    .map((name) => ({ code: "DULY-CHECK-011", where: path, message: `Relationship ${name} is not listed; the packer would drop it.` }));
}

export const relationships = (contents: Contents): readonly Finding[] => [...ends(contents), ...collisions(contents), ...stubs(contents)];
