import { childrenOf, element, type Element, grouped, textOf } from "../xml/element";
import type { Collection, Component, Source } from "./collection";
import { faults } from "./faults";
import { membersOf, paths, xmlOf } from "./folder";
import { segmentOf } from "./place";
import { holdsOnly } from "./root-files";

const listFile = "Other/Relationships.xml";
const definitionFile = /^Other\/Relationships\/[^/]+\.xml$/;
const item = "EntityRelationship";
const nameOf = (relationship: Element): string => relationship.attributes.Name ?? "";

/** The table whose file a definition lies in. */
const tableOf = (relationship: Element): string => textOf(relationship, "ReferencedEntityName") || textOf(relationship, "FirstEntityName");

/** Stubs name the relationships; the definitions lie in a file for each table pointed to. Both must agree, or the platform's packer would drop one. */
function read(source: Source): readonly Component[] {
  const defined = paths(source.folder, definitionFile, source.type).flatMap((path) => membersOf(source.folder, path).map((found) => ({ path, element: found })));
  const stubs = source.folder.has(listFile) ? childrenOf(xmlOf(source.folder, listFile)).map(nameOf) : [];
  const [listed, present] = [new Set(stubs), new Set(defined.map(({ element: found }) => nameOf(found)))];
  for (const { path, element: found } of defined) {
    if (!listed.has(nameOf(found))) source.report(faults.relationship(path, nameOf(found), `would be lost: ${listFile} does not list it`, `Add <EntityRelationship Name="${nameOf(found)}"/> there.`));
  }
  for (const name of stubs) {
    if (!present.has(name)) source.report(faults.relationship(listFile, name, "is listed, but no file of Other/Relationships/ defines it", "Remove it from the list, or add its definition."));
  }
  return defined;
}

/** `Other/Relationships.xml` and `Other/Relationships/<table>.xml`. */
export const relationships: Collection = {
  marker: "EntityRelationships", owns: /^Other\/Relationships(\.xml$|\/)/, inline: /^Other\/Relationships(\.xml|\/[^/]+\.xml)$/, read,
  write: (child, place) => {
    const found = childrenOf(child);
    if (!holdsOnly(child, [item]) || found.some((one) => nameOf(one) === "" || tableOf(one) === "")) return null;
    if (found.length === 0) return { files: [], moved: [] };
    const group = (members: readonly Element[]): Element => element("EntityRelationships", {}, members);
    return {
      files: [
        [place(listFile), group(found.map((one) => element(item, { Name: nameOf(one) })))],
        ...[...grouped(found, tableOf)].map(([table, some]) => [place(`Other/Relationships/${segmentOf(table)}.xml`), group(some)] as const),
      ],
      moved: [],
    };
  },
};
