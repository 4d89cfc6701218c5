import { entryOf } from "../../entry";
import type { AlternateKey, ChoiceOption, Column, Table } from "../../metadata/model";
import { baseAmount, standardColumns } from "../../metadata/standard-columns";
import { DataverseError } from "../../service/error";
import { childOf, flagOf, itemsOf, named, textOf, type Element } from "../xml/element";
import { labelsOf } from "../xml/labels";
import { columnOf, logicalNameOf, reasonToLeaveOut } from "./column";
import { withStateDefaults } from "./state";

export interface TableSource {
  /** The `<Entity>` element. */
  readonly entity: Element;
  readonly globalChoices: ReadonlyMap<string, readonly ChoiceOption[]>;
  /** The table as the store has it. */
  readonly present: Table | undefined;
  readonly ignored: string[];
}

export const tableNameOf = (entity: Element): string => textOf(entity, "Name").toLowerCase();

/** The inner `<entity>`; undefined for an entry that carries only forms and views. */
export const definitionOf = (entity: Element): Element | undefined => childOf(childOf(entity, "EntityInfo"), "entity");

const ownerships: Readonly<Record<string, Table["ownership"]>> = { userowned: "user", teamowned: "user", orgowned: "organization", businessowned: "none" };

function keysOf(definition: Element): readonly AlternateKey[] {
  return named(itemsOf(definition, "EntityKeys"), "EntityKey").map((key) => ({
    logicalName: textOf(key, "LogicalName") || textOf(key, "Name"), columns: itemsOf(key, "EntityKeyAttributes").map((attribute) => attribute.text.trim().toLowerCase()),
  }));
}

function ownColumns({ entity, globalChoices, ignored }: TableSource): readonly Column[] {
  const table = tableNameOf(entity);
  return named(itemsOf(definitionOf(entity), "attributes"), "attribute").flatMap((attribute) => {
    const reason = reasonToLeaveOut(attribute);
    if (textOf(attribute, "AutoNumberFormat") !== "") ignored.push(`autonumber format of ${table}.${logicalNameOf(attribute)}`);
    if (reason === null) return [columnOf({ table, attribute, globalChoices })];
    ignored.push(`${table}.${logicalNameOf(attribute)}: ${reason}`);
    return [];
  });
}

/** The platform's own columns keep their behaviour and take the labels of the package. */
function withStandard(own: readonly Column[], ownership: Table["ownership"]): ReadonlyMap<string, Column> {
  const standard = standardColumns(ownership, own.some((column) => column.type === "money"));
  const columns = new Map(own.map((column) => [column.logicalName, column]));
  for (const column of standard) {
    const given = columns.get(column.logicalName);
    columns.set(column.logicalName, given === undefined ? column : { ...column, labels: given.labels, descriptions: given.descriptions });
  }
  for (const column of own) if (column.type === "money" && column.calculationOf === undefined && !columns.has(`${column.logicalName}_base`)) columns.set(`${column.logicalName}_base`, baseAmount(column));
  return withStateDefaults(columns);
}

function primaryColumns(source: TableSource): { readonly primaryId: string; readonly primaryName: string } {
  const attributes = named(itemsOf(definitionOf(source.entity), "attributes"), "attribute");
  const name = tableNameOf(source.entity);
  const primaryId = attributes.find((attribute) => textOf(attribute, "Type").toLowerCase() === "primarykey");
  const primaryName = attributes.find((attribute) => textOf(attribute, "DisplayMask").split("|").includes("PrimaryName"));
  if (primaryId === undefined) throw new DataverseError("0x80048067", `The table '${name}' has no column of type primarykey, and the store has no such table to add to. Add the key column, or import the solution that makes the table.`);
  if (primaryName === undefined) throw new DataverseError("0x80048067", `The table '${name}' has no primary name: give one column the DisplayMask PrimaryName.`);
  return { primaryId: logicalNameOf(primaryId), primaryName: logicalNameOf(primaryName) };
}

/** The platform secures neither the name of a row nor a part of an alternate key: both would be told by other ways. */
function withSecurable(table: Table): Table {
  const parts = new Set([table.primaryName, ...table.keys.flatMap((key) => key.columns)]);
  const wrong = [...table.columns.values()].find((column) => column.secured === true && parts.has(column.logicalName));
  if (wrong === undefined) return table;
  throw new DataverseError("0x80048067", `The column '${wrong.logicalName}' of '${table.logicalName}' is secured, and is its primary name or part of an alternate key. Secure another column.`);
}

/** A table of the package's own. */
export function newTable(source: TableSource): Table {
  const definition = definitionOf(source.entity);
  const logicalName = tableNameOf(source.entity);
  const ownership = entryOf(ownerships, textOf(definition, "OwnershipTypeMask").toLowerCase()) ?? "user";
  if (definition === undefined || flagOf(definition, "IsActivity")) {
    throw new DataverseError("0x80048067", `The table '${logicalName}' is an activity table. The local host has only the standard activities; use an ordinary table with activities.`);
  }
  return withSecurable({
    logicalName, schemaName: definition.attributes["Name"] ?? logicalName, entitySetName: textOf(definition, "EntitySetName") || `${logicalName}s`,
    labels: labelsOf(definition, "LocalizedNames", childOf(source.entity, "Name")?.attributes["LocalizedName"] ?? logicalName),
    collectionLabels: labelsOf(definition, "LocalizedCollectionNames", logicalName), descriptions: labelsOf(definition, "Descriptions"),
    ...primaryColumns(source), ownership, isActivity: false, isCustom: true, columns: withStandard(ownColumns(source), ownership), keys: keysOf(definition),
  });
}

/** A table of the store with the columns and keys that the package adds to it. */
export function extendedTable(source: TableSource, present: Table): Table {
  const definition = definitionOf(source.entity);
  if (definition === undefined) return present;
  const own = ownColumns(source);
  const columns = new Map(present.columns);
  for (const column of own) if (!present.isCustom && present.columns.get(column.logicalName)?.isCustom === false) refuseClash(present, column);
  else columns.set(column.logicalName, column);
  return withSecurable({ ...present, columns, keys: [...new Map([...present.keys, ...keysOf(definition)].map((key) => [key.logicalName, key])).values()] });
}

/** A column of the platform that the package carries along is left as it is; one that says something else is refused. */
function refuseClash(present: Table, column: Column): void {
  const standard = present.columns.get(column.logicalName);
  const days = new Set(["datetime", "dateonly"]);
  if (standard === undefined || standard.type === column.type || (days.has(standard.type) && days.has(column.type))) return;
  throw new DataverseError("0x80048066", `The column '${column.logicalName}' of the package clashes with the standard column of '${present.logicalName}' (${standard.type}, not ${column.type}). Give it a name with the publisher's prefix.`);
}
