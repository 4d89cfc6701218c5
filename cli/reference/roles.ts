import { prefixed } from "#solution/model/names";
import type { Level, Privilege, Role } from "#solution/model/role";
import { roles } from "#solution/roles/all";
import { code, escaped, grid, heading, page } from "./markdown";

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

/** Every security role with its privileges. */
export const rolesPage = (): string => page(heading(1, "Security roles"), ...roles.map(section));
