import type { AlternateKey, Metadata, Table } from "../../metadata/model";
import { attribute } from "./attributes";
import { label, managed } from "./labels";
import { guidOf } from "../../metadata/ids";
import type { Definition } from "./node";
import { manyToMany, oneToMany } from "./relationships";

const OWNERSHIP = { user: "UserOwned", organization: "OrganizationOwned", none: "None" } as const;

/** A table as EntityMetadata. */
export function entity(metadata: Metadata, table: Table, language: number): Definition {
  const { logicalName } = table;
  const properties = {
    MetadataId: guidOf("entity", logicalName), LogicalName: logicalName, SchemaName: table.schemaName, EntitySetName: table.entitySetName,
    LogicalCollectionName: table.entitySetName, CollectionSchemaName: table.entitySetName,
    PrimaryIdAttribute: table.primaryId, PrimaryNameAttribute: table.primaryName,
    DisplayName: label(table.labels, language), DisplayCollectionName: label(table.collectionLabels, language), Description: label(table.descriptions, language),
    OwnershipType: OWNERSHIP[table.ownership], IsActivity: table.isActivity, IsCustomEntity: table.isCustom, IsOptimisticConcurrencyEnabled: true,
    IsIntersect: metadata.manyToMany.some(({ intersectTable }) => intersectTable === logicalName), IsValidForAdvancedFind: true, IsCustomizable: managed(true),
  };
  return { properties, related: {
    Attributes: () => [...table.columns.values()].map((column) => attribute(table, column, language)),
    Keys: () => table.keys.map((key) => keyOf(table, key)),
    ManyToOneRelationships: () => metadata.manyToOne.filter((each) => each.referencingTable === logicalName).map((each) => oneToMany(metadata, each)),
    OneToManyRelationships: () => metadata.manyToOne.filter((each) => each.referencedTable === logicalName).map((each) => oneToMany(metadata, each)),
    ManyToManyRelationships: () => metadata.manyToMany.filter((each) => each.firstTable === logicalName || each.secondTable === logicalName).map(manyToMany),
  } };
}

function keyOf(table: Table, { logicalName, columns }: AlternateKey): Definition {
  const properties = {
    MetadataId: guidOf("key", table.logicalName, logicalName), LogicalName: logicalName, SchemaName: logicalName, EntityLogicalName: table.logicalName,
    KeyAttributes: columns, EntityKeyIndexStatus: "Active",
  };
  return { properties, related: {} };
}
