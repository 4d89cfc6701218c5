import { assemble } from "../../metadata/assemble";
import { intersectOf } from "../../metadata/intersect";
import type { Column, ManyToMany, ManyToOne, Metadata, Table } from "../../metadata/model";
import { standardTargets } from "../../metadata/standard-columns";
import { DataverseError } from "../../service/error";
import type { Package } from "../package";
import { itemsOf, named, type Element } from "../xml/element";
import { globalChoicesOf } from "./options";
import { isManyToMany, manyToManyOf, manyToOneOf } from "./relationship";
import { relatedTables } from "./related";
import { definitionOf, extendedTable, newTable, tableNameOf, type TableSource } from "./table";

function refuseTableClash(present: Metadata, table: Table): Table {
  const other = present.tablesBySet.get(table.entitySetName);
  if (other === undefined || other.logicalName === table.logicalName) return table;
  throw new DataverseError("0x80048066", `The table '${table.logicalName}' clashes with '${other.logicalName}': both have the set name '${table.entitySetName}'. Give it another set name.`);
}

function standardOf(source: TableSource, present: Table): Table {
  const key = named(itemsOf(definitionOf(source.entity), "attributes"), "attribute").find((attribute) => attribute.children.some((child) => child.name === "Type" && child.text === "primarykey"));
  const keyName = key?.attributes["PhysicalName"]?.toLowerCase();
  if (keyName === undefined || keyName === present.primaryId) return extendedTable(source, present);
  throw new DataverseError("0x80048066", `The table '${present.logicalName}' of the package clashes with the standard table of this name (its key is '${present.primaryId}', not '${keyName}'). Give it a name with the publisher's prefix.`);
}

function tablesOf(from: Package, present: Metadata, globalChoices: Metadata["globalChoices"]): readonly Table[] {
  return named(itemsOf(from.customizations, "Entities"), "Entity").map((entity) => {
    const known = present.tables.get(tableNameOf(entity));
    const source: TableSource = { entity, globalChoices, present: known, ignored: from.ignored };
    if (known?.isCustom === false) return standardOf(source, known);
    if (known !== undefined && definitionOf(entity) === undefined) return known;
    return refuseTableClash(present, mergeOwn(known, newTable(source)));
  });
}

const isText = ({ type }: Column): boolean => type === "string" || type === "memo";

/** A later version may leave columns out: the rows keep them. It may not change the type of one. */
function mergeOwn(present: Table | undefined, next: Table): Table {
  if (present === undefined) return next;
  for (const column of next.columns.values()) {
    const stored = present.columns.get(column.logicalName);
    if (stored === undefined || stored.type === column.type || (isText(stored) && isText(column))) continue;
    throw new DataverseError("0x80048066", `The column '${column.logicalName}' of '${next.logicalName}' is of type ${stored.type} in the store and of type ${column.type} in the package. Give the new column another name.`);
  }
  return { ...next, columns: new Map([...present.columns, ...next.columns]) };
}

interface Relationships { readonly manyToOne: readonly ManyToOne[]; readonly manyToMany: readonly ManyToMany[] }

function relationshipsOf(from: Package, known: ReadonlySet<string>): Relationships {
  const elements = named(itemsOf(from.customizations, "EntityRelationships"), "EntityRelationship");
  const has = (element: Element, tables: readonly string[]): boolean => {
    const unknown = tables.find((table) => !known.has(table));
    if (unknown !== undefined) from.ignored.push(`relationship ${element.attributes["Name"] ?? ""}: the local host has no table '${unknown}'`);
    return unknown === undefined;
  };
  const manyToOne = elements.filter((element) => !isManyToMany(element)).map((element) => ({ element, each: manyToOneOf(element) }));
  const manyToMany = elements.filter(isManyToMany).map((element) => ({ element, each: manyToManyOf(element) }));
  const related = named(itemsOf(from.customizations, "Entities"), "Entity").flatMap((entity) => {
    const definition = definitionOf(entity);
    return definition === undefined ? [] : relatedTables(tableNameOf(entity), definition);
  });
  return {
    manyToOne: [...manyToOne.filter(({ element, each }) => has(element, [each.referencingTable, each.referencedTable])).map(({ each }) => each), ...related],
    manyToMany: manyToMany.filter(({ element, each }) => has(element, [each.firstTable, each.secondTable])).map(({ each }) => each),
  };
}

const isLookup = (column: Column): boolean => ["lookup", "owner", "customer"].includes(column.type);

/** Names the lookups that point nowhere; those whose only target the host does not have are left out. */
function withoutLostLookups(from: Package, metadata: Metadata): Metadata {
  const skipped = named(itemsOf(from.customizations, "EntityRelationships"), "EntityRelationship").map(manyToOneOf);
  const tables = [...metadata.tables.values()].map((table) => {
    const lost = [...table.columns.values()].filter((column) => isLookup(column) && (column.targets ?? []).length === 0 && !standardTargets.has(column.logicalName));
    for (const { logicalName } of lost) {
      if (skipped.some((each) => each.referencingTable === table.logicalName && each.referencingColumn === logicalName)) from.ignored.push(`${table.logicalName}.${logicalName}: points to tables that the local host does not have`);
      else throw new DataverseError("0x80048065", `The attribute '${logicalName}' of the entity '${table.logicalName}' is missing its associated relationship definition. Add an EntityRelationship with this ReferencingAttributeName to the package.`);
    }
    return lost.length === 0 ? table : { ...table, columns: new Map([...table.columns].filter(([, column]) => !lost.includes(column))) };
  });
  return assemble({ ...metadata, tables });
}

/** The snapshot that the package makes of the present one. Throws DataverseError 0x80048065 to 0x80048067 by component. */
export function mergeModel(from: Package, present: Metadata): Metadata {
  const globalChoices = new Map([...present.globalChoices, ...globalChoicesOf(itemsOf(from.customizations, "optionsets"))]);
  const own = tablesOf(from, present, globalChoices);
  const known = new Set([...present.tables.keys(), ...own.map((table) => table.logicalName)]);
  const { manyToOne, manyToMany } = relationshipsOf(from, known);
  const languages = itemsOf(from.customizations, "Languages").map((language) => Number(language.text));
  const merged = assemble({
    tables: [...present.tables.values(), ...own, ...manyToMany.map(intersectOf)], manyToOne: [...present.manyToOne, ...manyToOne],
    manyToMany: [...present.manyToMany, ...manyToMany], globalChoices, languages: [...present.languages, ...languages],
  });
  return withoutLostLookups(from, merged);
}
