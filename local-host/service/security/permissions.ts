import { administratorTemplateId } from "../../metadata/baseline/seed";
import type { Sql } from "../../store/sql";

/** What a user or team may do with a secured column. */
export interface Permission { readonly read: boolean; readonly create: boolean; readonly update: boolean }

export interface Permissions { of(table: string, column: string): Permission }

/** Whose permissions are asked for. */
export interface Principal { readonly table: "systemuser" | "team"; readonly id: string }

const NONE: Permission = { read: false, create: false, update: false };
const ALL: Permission = { read: true, create: true, update: true };

const TEAMS = `SELECT teamid FROM teammembership WHERE systemuserid = ?1`;

const ADMINISTERS: Readonly<Record<Principal["table"], string>> = {
  systemuser: `SELECT 1 FROM role WHERE roletemplateid = ?2 AND roleid IN (SELECT roleid FROM systemuserroles WHERE systemuserid = ?1 UNION SELECT roleid FROM teamroles WHERE teamid IN (${TEAMS}))`,
  team: `SELECT 1 FROM role WHERE roletemplateid = ?2 AND roleid IN (SELECT roleid FROM teamroles WHERE teamid = ?1)`,
};

const PROFILES: Readonly<Record<Principal["table"], string>> = {
  systemuser: `SELECT fieldsecurityprofileid FROM systemuserprofiles WHERE systemuserid = ?1 UNION SELECT fieldsecurityprofileid FROM teamprofiles WHERE teamid IN (${TEAMS})`,
  team: `SELECT fieldsecurityprofileid FROM teamprofiles WHERE teamid = ?1`,
};

/** Field security profiles of a principal, those of the user's teams included; a System Administrator may do everything. Several profiles add up. */
export function permissionsOf(sql: Sql, { table, id }: Principal): Permissions {
  if (sql.get(ADMINISTERS[table], [id, administratorTemplateId]) !== null) return { of: () => ALL };
  const rows = sql.all(`SELECT entityname AS "table", attributelogicalname AS "column", MAX(canread) AS "read", MAX(cancreate) AS "create", MAX(canupdate) AS "update"
    FROM fieldpermission WHERE fieldsecurityprofileid IN (${PROFILES[table]}) GROUP BY entityname, attributelogicalname`, [id]);
  const granted = (value: unknown): boolean => Number(value) > 0;
  const found = new Map(rows.map((row) => [`${String(row["table"])}.${String(row["column"])}`, { read: granted(row["read"]), create: granted(row["create"]), update: granted(row["update"]) }]));
  return { of: (of, column) => found.get(`${of}.${column}`) ?? NONE };
}
