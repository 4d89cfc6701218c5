import type { ManyToMany } from "../model";
import { choice, flag, guid, lookup, memo, text, type TableSpec } from "../notation";

const permission = choice({ 0: "Not Allowed", 4: "Allowed" }, 0);

/** Roles, and who may read and write secured columns. */
export const securityTables: readonly TableSpec[] = [
  { name: "role", set: "roles", primaryName: "name", ownership: "none", columns: {
    Name: text(100), BusinessUnitId: lookup("businessunit", { relationships: ["business_unit_roles"] }), IsAutoAssigned: flag(), IsManaged: flag(), RoleTemplateId: guid(),
  } },
  { name: "fieldsecurityprofile", set: "fieldsecurityprofiles", primaryName: "name", ownership: "none", columns: { Name: { ...text(100), required: "required" }, Description: memo(2000) } },
  { name: "fieldpermission", set: "fieldpermissions", primaryName: null, ownership: "none", columns: {
    EntityName: text(64), AttributeLogicalName: text(50), CanRead: permission, CanCreate: permission, CanUpdate: permission,
    CanReadUnmasked: choice({ 0: "Not Allowed", 1: "One Record", 3: "All Records" }, 0),
    FieldSecurityProfileId: { ...lookup("fieldsecurityprofile", { relationships: ["lk_fieldpermission_fieldsecurityprofileid"], cascadeDelete: "Cascade" }), required: "required" },
  } },
];

const pairs = (schemaName: string, intersectTable: string, [firstTable, secondTable]: readonly [string, string]): ManyToMany => ({
  schemaName, intersectTable, firstTable, firstColumn: `${firstTable}id`, firstNavigation: schemaName, secondTable, secondColumn: `${secondTable}id`, secondNavigation: schemaName,
});

/** Membership of users and teams. */
export const securityPairs: readonly ManyToMany[] = [
  pairs("teammembership_association", "teammembership", ["team", "systemuser"]),
  pairs("systemuserroles_association", "systemuserroles", ["systemuser", "role"]),
  pairs("teamroles_association", "teamroles", ["team", "role"]),
  pairs("systemuserprofiles_association", "systemuserprofiles", ["systemuser", "fieldsecurityprofile"]),
  pairs("teamprofiles_association", "teamprofiles", ["team", "fieldsecurityprofile"]),
];
