import { both, type Change, inPart, relationshipPart, tablePart } from "./package";

const account = relationshipPart("duly_account_debtor_account");

/** A second relationship of the debtor's account, beside the one that is there. */
const second = (target: string): Change => (entries) => {
  const roles = (name: string, type: number): string => `<EntityRelationshipRole><NavigationPropertyName>${name}</NavigationPropertyName><RelationshipRoleType>${String(type)}</RelationshipRoleType></EntityRelationshipRole>`;
  const name = `duly_account_debtor_${target.toLowerCase()}s`;
  return inPart(account, /[\s\S]+/, `$&<EntityRelationship Name="${name}"><EntityRelationshipType>OneToMany</EntityRelationshipType><IsCustomizable>1</IsCustomizable><IntroducedVersion>1.0.0.0</IntroducedVersion>
<IsHierarchical>0</IsHierarchical><ReferencingEntityName>duly_debtor</ReferencingEntityName><ReferencedEntityName>${target}</ReferencedEntityName><CascadeAssign>NoCascade</CascadeAssign><CascadeDelete>RemoveLink</CascadeDelete>
<CascadeArchive>RemoveLink</CascadeArchive><CascadeReparent>NoCascade</CascadeReparent><CascadeShare>NoCascade</CascadeShare><CascadeUnshare>NoCascade</CascadeUnshare><CascadeRollupView>NoCascade</CascadeRollupView>
<IsValidForAdvancedFind>1</IsValidForAdvancedFind><ReferencingAttributeName>duly_account</ReferencingAttributeName><RelationshipDescription><Descriptions/></RelationshipDescription>
<EntityRelationshipRoles>${roles(`duly_account_${target.toLowerCase()}`, 1)}${roles(name, 0)}</EntityRelationshipRoles></EntityRelationship>`)(entries);
};

/** The debtor's account as a column for customers, which points to accounts and to these. */
export const customerOf = (...others: readonly string[]): Change => both(
  inPart(tablePart("duly_debtor"), /(<attribute PhysicalName="duly_account">\s*<Type>)lookup/, "$1customer"),
  inPart(account, "<NavigationPropertyName>duly_account<", "<NavigationPropertyName>duly_account_account<"),
  ...others.map(second),
);
