import type { RelationshipIr } from "../ir/table";
import { element, type Element, group, leaf } from "../xml/element";
import { introduced } from "./texts";

const none = (...actions: readonly string[]): readonly Element[] => actions.map((action) => leaf(`Cascade${action}`, "NoCascade"));

const lookupRole = (relationship: RelationshipIr): Element => group("EntityRelationshipRole", [
  leaf("NavPaneDisplayOption", "UseCollectionName"), leaf("NavPaneArea", "Details"), leaf("NavPaneOrder", 10000),
  leaf("NavigationPropertyName", relationship.column), leaf("RelationshipRoleType", 1),
]);

const collectionRole = (relationship: RelationshipIr): Element => group("EntityRelationshipRole", [
  leaf("NavigationPropertyName", relationship.name), leaf("RelationshipRoleType", 0),
]);

/** `<EntityRelationship>` of a lookup. Only deletion cascades, and from one table alone: the platform lets rows follow one parent. */
export const relationship = (of: RelationshipIr): Element => element("EntityRelationship", { Name: of.name }, [
  leaf("EntityRelationshipType", "OneToMany"), leaf("IsCustomizable", 1), leaf("IntroducedVersion", introduced), leaf("IsHierarchical", 0),
  leaf("ReferencingEntityName", of.table), leaf("ReferencedEntityName", of.target),
  ...none("Assign"), leaf("CascadeDelete", of.onDelete), leaf("CascadeArchive", of.onDelete === "Restrict" ? "Restrict" : "RemoveLink"),
  ...none("Reparent", "Share", "Unshare", "RollupView"),
  leaf("IsValidForAdvancedFind", 1), leaf("ReferencingAttributeName", of.column),
  group("RelationshipDescription", [group("Descriptions", [])]),
  group("EntityRelationshipRoles", [lookupRole(of), collectionRole(of)]),
]);
