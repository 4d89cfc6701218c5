import { descendants } from "../xml/element";
import type { Contents, Located, TableContents } from "./contents";
import { finding, type Finding } from "./finding";

/** Names by which privileges call the platform's tables, as far as roles of ours use them. */
const platform = new Set([
  "Account", "Contact", "TransactionCurrency", "User", "Team", "BusinessUnit", "Note", "Activity", "Queue", "EnvironmentVariableDefinition", "EnvironmentVariableValue", "CallbackRegistration",
]);

/** Privileges that belong to no table. */
const tasks = new Set(["prvReadAuditSummary", "prvReadRecordAuditHistory"]);

const levels = new Set(["Basic", "Local", "Deep", "Global"]);

const misplaced = (table: TableContents | undefined, verb: string, level: string): boolean =>
  !levels.has(level) || (table !== undefined && !table.owned && (level !== "Global" || verb === "Assign" || verb === "Share"));

function granted(role: Located, { name = "", level = "" }: Readonly<Record<string, string>>, contents: Contents): readonly Finding[] {
  const [, verb = "", target = ""] = /^prv(Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(.+)$/.exec(name) ?? [];
  const table = contents.tables.get(target);
  if (table === undefined && !platform.has(target) && !tasks.has(name)) return [finding("DULY-CHECK-049", role, name)];
  return misplaced(table, verb, level) ? [finding("DULY-CHECK-050", role, name, level)] : [];
}

/** Roles grant privileges that exist, at levels that their tables know. */
export const roles = (contents: Contents): readonly Finding[] =>
  contents.roles.flatMap((role) => descendants(role.root, "RolePrivilege").flatMap((privilege) => granted(role, privilege.attributes, contents)));
