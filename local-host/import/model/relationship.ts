import { entryOf } from "../../entry";
import type { ManyToMany, ManyToOne } from "../../metadata/model";
import { itemsOf, textOf, type Element } from "../xml/element";

const cascades: Readonly<Record<string, ManyToOne["cascadeDelete"]>> = { cascade: "Cascade", removelink: "RemoveLink", restrict: "Restrict", nocascade: "NoCascade" };

const lower = (relationship: Element, name: string): string => textOf(relationship, name).toLowerCase();

/** Navigation name of one side: by role type (1:N) or by ordinal (N:N). */
function navigationOf(relationship: Element, mark: "RelationshipRoleType" | "AssociationRoleOrdinal", value: string): string {
  const role = itemsOf(relationship, "EntityRelationshipRoles").find((each) => textOf(each, mark) === value);
  return textOf(role, "NavigationPropertyName");
}

const nameOf = (relationship: Element): string => relationship.attributes["Name"] ?? "";

export const isManyToMany = (relationship: Element): boolean => textOf(relationship, "EntityRelationshipType") === "ManyToMany";

export function manyToOneOf(relationship: Element): ManyToOne {
  return {
    schemaName: nameOf(relationship), referencingTable: lower(relationship, "ReferencingEntityName"), referencingColumn: lower(relationship, "ReferencingAttributeName"),
    referencedTable: lower(relationship, "ReferencedEntityName"),
    lookupNavigation: navigationOf(relationship, "RelationshipRoleType", "1") || textOf(relationship, "ReferencingAttributeName"),
    collectionNavigation: navigationOf(relationship, "RelationshipRoleType", "0") || nameOf(relationship),
    cascadeDelete: entryOf(cascades, lower(relationship, "CascadeDelete")) ?? "RemoveLink",
  };
}

export function manyToManyOf(relationship: Element): ManyToMany {
  const [firstTable, secondTable] = [lower(relationship, "FirstEntityName"), lower(relationship, "SecondEntityName")];
  const same = firstTable === secondTable;
  return {
    schemaName: nameOf(relationship), intersectTable: lower(relationship, "IntersectEntityName") || nameOf(relationship).toLowerCase(), firstTable, secondTable,
    firstColumn: `${firstTable}id${same ? "one" : ""}`, secondColumn: `${secondTable}id${same ? "two" : ""}`,
    firstNavigation: navigationOf(relationship, "AssociationRoleOrdinal", "1") || nameOf(relationship),
    secondNavigation: navigationOf(relationship, "AssociationRoleOrdinal", "2") || nameOf(relationship),
  };
}
