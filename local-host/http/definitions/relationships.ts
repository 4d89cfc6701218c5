import type { ManyToMany, ManyToOne, Metadata } from "../../metadata/model";
import { guidOf } from "../../metadata/ids";
import type { Definition } from "./node";

/** A lookup's relationship, the same object from both of its sides. */
export function oneToMany(metadata: Metadata, relationship: ManyToOne): Definition {
  const { schemaName, referencedTable, referencingTable, referencingColumn } = relationship;
  const properties = {
    "@odata.type": "#Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata", MetadataId: guidOf("relationship", schemaName), SchemaName: schemaName,
    RelationshipType: "OneToManyRelationship", SecurityTypes: "None", IsManaged: false,
    ReferencedEntity: referencedTable, ReferencedAttribute: metadata.tables.get(referencedTable)?.primaryId ?? "",
    ReferencingEntity: referencingTable, ReferencingAttribute: referencingColumn,
    ReferencedEntityNavigationPropertyName: relationship.collectionNavigation, ReferencingEntityNavigationPropertyName: relationship.lookupNavigation,
    CascadeConfiguration: { Delete: relationship.cascadeDelete },
  };
  return { properties, related: {} };
}

/** A many-to-many relationship. */
export function manyToMany(relationship: ManyToMany): Definition {
  const { schemaName, intersectTable } = relationship;
  const properties = {
    "@odata.type": "#Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata", MetadataId: guidOf("relationship", schemaName), SchemaName: schemaName,
    RelationshipType: "ManyToManyRelationship", IntersectEntityName: intersectTable,
    Entity1LogicalName: relationship.firstTable, Entity1IntersectAttribute: relationship.firstColumn, Entity1NavigationPropertyName: relationship.firstNavigation,
    Entity2LogicalName: relationship.secondTable, Entity2IntersectAttribute: relationship.secondColumn, Entity2NavigationPropertyName: relationship.secondNavigation,
  };
  return { properties, related: {} };
}
