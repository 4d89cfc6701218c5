import { prefixed } from "#solution/model/names";
import type { Profile } from "#solution/model/profile";
import type { Level, Privilege, Role } from "#solution/model/role";
import { profiles } from "#solution/profiles/all";
import { roles } from "#solution/roles/all";
import { anchor, code, escaped, grid, heading, page } from "./markdown";

const reach: Readonly<Record<Level, string>> = { user: "own", unit: "business unit", branch: "business unit and below", organization: "organisation" };

const row = (table: string, level: Level, privileges: readonly Privilege[]): readonly string[] => [code(table), privileges.join(", "), reach[level]];

/** A table of the organisation knows no reach but the whole. */
const ownRows = ({ grants }: Role): readonly (readonly string[])[] => grants.flatMap(({ tables, level, privileges }) =>
  tables.map((table) => row(prefixed(table.name), table.ownership === "organization" ? "organization" : level, privileges)));

const section = (role: Role): string => page(
  heading(2, role.name),
  `${escaped(role.help)}\n`,
  grid(["Table", "Privileges", "Reach"], [...ownRows(role), ...role.standard.map(({ table, level, privileges }) => row(table, level, privileges))]),
);

const profileSection = (profile: Profile): string => page(
  heading(3, profile.name),
  `${escaped(profile.help)}\n`,
  grid(["Table", "Column", "Rights"], profile.permissions.flatMap(({ table, columns, rights }) => columns.map((column) => [code(prefixed(table.name)), code(prefixed(column)), rights.join(", ")]))),
);

/** Every security role with its privileges, and the profiles that give secured columns. */
export const rolesPage = (): string => page(
  heading(1, "Security roles"), ...roles.map(section),
  `${anchor("field-security-profiles")}\n`,
  heading(2, "Field security profiles"),
  "A secured column is empty for everybody who is no member of a profile that gives it, whatever the role; System Administrators see all.\n",
  ...profiles.map(profileSection),
);
