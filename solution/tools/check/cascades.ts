import { childrenOf, type Element, textOf } from "../xml/element";
import type { Contents, Located } from "./contents";
import { lookupNavigation } from "./customers";
import { finding, type Finding } from "./finding";

const spread = ["NoCascade", "Cascade", "Active", "UserOwned"];
const end = ["NoCascade", "Cascade", "RemoveLink", "Restrict"];

/** What may happen to rows when that which they point to is assigned, shared …, and when it is deleted. */
const behaviours: ReadonlyMap<string, readonly string[]> = new Map([
  ["CascadeAssign", spread], ["CascadeReparent", spread], ["CascadeShare", spread], ["CascadeUnshare", spread], ["CascadeMerge", spread], ["CascadeRollupView", spread], ["CascadeDelete", end], ["CascadeArchive", end],
]);

/** Every export tells these. */
const told = new Set(["CascadeAssign", "CascadeReparent", "CascadeShare", "CascadeUnshare", "CascadeDelete"]);

const isManyToMany = ({ root }: Located): boolean => textOf(root, "EntityRelationshipType") === "ManyToMany";

const unknown = (relationship: Located): readonly Finding[] => [...behaviours].map(([name, known]) => ({ name, known, value: textOf(relationship.root, name) }))
  .filter(({ name, known, value }) => (value === "" ? told.has(name) && !isManyToMany(relationship) : !known.includes(value))).map(({ name, value }) => finding("DULY-CHECK-082", relationship, name, value));

/** A row that follows another in anything, deletion included, can follow no second one (Microsoft Learn, "Configure table relationship cascading behavior", limitations). */
const isParental = ({ root }: Located): boolean => ["CascadeAssign", "CascadeDelete", "CascadeReparent", "CascadeShare", "CascadeUnshare"].some((name) => ["Cascade", "Active", "UserOwned"].includes(textOf(root, name)));

function parents(contents: Contents): readonly Finding[] {
  const first = new Map<string, string>();
  return contents.relationships.filter(isParental).flatMap((relationship) => {
    const child = textOf(relationship.root, "ReferencingEntityName");
    const other = first.get(child);
    first.set(child, relationship.root.attributes.Name ?? "");
    return other === undefined ? [] : [finding("DULY-CHECK-114", relationship, child, other)];
  });
}

const is = (role: Element, name: string, value: string): boolean => textOf(role, name) === value;

/** The two roles of a one-to-many relationship: 1 from the lookup, 0 from the list. */
function oneToMany(contents: Contents, { root }: Located, roles: readonly Element[]): readonly string[] {
  const wanted = [["1", lookupNavigation(contents, root)], ["0", root.attributes.Name ?? ""]] as const;
  return wanted.flatMap(([type, navigation]) => {
    const role = roles.find((one) => is(one, "RelationshipRoleType", type));
    if (role === undefined) return [`no role has the RelationshipRoleType ${type}`];
    const found = textOf(role, "NavigationPropertyName");
    return found.toLowerCase() === navigation.toLowerCase() ? [] : [`the role ${type} has the NavigationPropertyName '${found}' instead of ${navigation}`];
  });
}

const manyToMany = (roles: readonly Element[]): readonly string[] => ["1", "2"].filter((ordinal) => !roles.some((role) => is(role, "AssociationRoleOrdinal", ordinal)))
  .map((ordinal) => `no role has the AssociationRoleOrdinal ${ordinal}`);

function rolesOf(contents: Contents, relationship: Located): readonly Finding[] {
  const roles = childrenOf(relationship.root, "EntityRelationshipRoles").flatMap((group) => childrenOf(group, "EntityRelationshipRole"));
  const problems = [
    ...(roles.length === 2 ? [] : [`there are ${String(roles.length)}`]),
    ...(isManyToMany(relationship) ? manyToMany(roles) : oneToMany(contents, relationship, roles)),
  ];
  return problems.map((problem) => finding("DULY-CHECK-115", relationship, problem));
}

/** What relationships do to their rows, and the two roles by which these are reached. */
export const cascades = (contents: Contents): readonly Finding[] => [...contents.relationships.flatMap((one) => [...unknown(one), ...rolesOf(contents, one)]), ...parents(contents)];
