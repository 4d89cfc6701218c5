import { prefixed } from "../../model/names";
import type { Level, Privilege, Role } from "../../model/role";
import type { Table } from "../../model/table";
import type { RoleIr } from "../ir/solution";
import { idOf } from "../ids";

const levels: Readonly<Record<Level, string>> = { user: "Basic", unit: "Local", branch: "Deep", organization: "Global" };

/** Rows of an organisation-owned table have no owner to assign or share. */
const applies = (table: Table, privilege: Privilege): boolean => table.ownership === "user" || (privilege !== "Assign" && privilege !== "Share");

/** Resolves a role to named privileges, in the order of their names. */
export function readRole(role: Role): RoleIr {
  const own = [...role.grants, ...role.byRules ?? []].flatMap((grant) => grant.tables.flatMap((table) => grant.privileges
    .filter((privilege) => applies(table, privilege))
    .map((privilege) => ({ name: `prv${privilege}${prefixed(table.name)}`, level: levels[table.ownership === "organization" ? "organization" : grant.level] }))));
  const standard = role.standard.flatMap((grant) => grant.privileges.map((privilege) => ({ name: `prv${privilege}${grant.table}`, level: levels[grant.level] })));
  const tasks = (role.tasks ?? []).map((name) => ({ name, level: levels.organization }));
  return { id: idOf("role", role.key), name: role.name, privileges: [...own, ...standard, ...tasks].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
