import type { Column, ColumnType, Metadata, Table } from "../../metadata/model";
import { isLookup } from "../../metadata/column-kinds";

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "Edm.String", memo: "Edm.String", integer: "Edm.Int32", bigint: "Edm.Int64", decimal: "Edm.Decimal", double: "Edm.Double", money: "Edm.Decimal", boolean: "Edm.Boolean",
  dateonly: "Edm.Date", datetime: "Edm.DateTimeOffset", picklist: "Edm.Int32", multiselect: "Edm.String", state: "Edm.Int32", status: "Edm.Int32",
  lookup: "Edm.Guid", owner: "Edm.Guid", customer: "Edm.Guid", uniqueidentifier: "Edm.Guid",
};

/** The `$metadata` document: entity types with properties and navigation properties, and the entity sets. */
export function csdl(metadata: Metadata): string {
  const tables = [...metadata.tables.values()];
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Microsoft.Dynamics.CRM" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${tables.map((table) => entityType(metadata, table)).join("\n")}
<EntityContainer Name="System">
${tables.map(({ entitySetName, logicalName }) => `<EntitySet Name="${entitySetName}" EntityType="Microsoft.Dynamics.CRM.${logicalName}" />`).join("\n")}
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
}

function entityType(metadata: Metadata, table: Table): string {
  const properties = [...table.columns.values()].map(property);
  return `<EntityType Name="${table.logicalName}"><Key><PropertyRef Name="${table.primaryId}" /></Key>${[...properties, ...navigations(metadata, table)].join("")}</EntityType>`;
}

function property(column: Column): string {
  const name = isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;
  return `<Property Name="${name}" Type="${TYPES[column.type]}" />`;
}

function navigations(metadata: Metadata, { logicalName }: Table): string[] {
  const one = (name: string, target: string): string => `<NavigationProperty Name="${name}" Type="mscrm.${target}" />`;
  const many = (name: string, target: string): string => `<NavigationProperty Name="${name}" Type="Collection(mscrm.${target})" />`;
  const all = [
    ...metadata.manyToOne.filter((each) => each.referencingTable === logicalName).map((each): [string, string] => [each.lookupNavigation, one(each.lookupNavigation, each.referencedTable)]),
    ...metadata.manyToOne.filter((each) => each.referencedTable === logicalName).map((each): [string, string] => [each.collectionNavigation, many(each.collectionNavigation, each.referencingTable)]),
    ...metadata.manyToMany.filter((each) => each.firstTable === logicalName).map((each): [string, string] => [each.firstNavigation, many(each.firstNavigation, each.secondTable)]),
    ...metadata.manyToMany.filter((each) => each.secondTable === logicalName).map((each): [string, string] => [each.secondNavigation, many(each.secondNavigation, each.firstTable)]),
  ];
  // A lookup with one property for several targets (ownerid) appears once.
  return [...new Map(all).values()];
}
