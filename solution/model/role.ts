import type { Table } from "./table";

/** How far a privilege reaches: rows of the user, of the business unit, of it and those below, of everybody. */
export type Level = "user" | "unit" | "branch" | "organization";

export type Privilege = "Create" | "Read" | "Write" | "Delete" | "Append" | "AppendTo" | "Assign" | "Share";

/** Privileges on tables of ours; an organisation-owned table always gets level organization. */
export interface Grant {
  readonly tables: readonly Table[];
  readonly level: Level;
  readonly privileges: readonly Privilege[];
}

/** A privilege on a table of the platform, by the name that privileges use ("Account", "User"). */
export interface StandardGrant { readonly table: string; readonly level: Level; readonly privileges: readonly Privilege[] }

export interface Role {
  readonly key: string;
  readonly name: string;
  readonly help: string;
  /** What those who have the role do themselves. */
  readonly grants: readonly Grant[];
  /** What rules do in their name, for a step or custom API runs as who wakes it (ADR 012); a test reckons it from the rules. */
  readonly byRules?: readonly Grant[];
  readonly standard: readonly StandardGrant[];
  /** Privileges of the platform that belong to no table ("prvReadAuditSummary"). */
  readonly tasks?: readonly string[];
}

/** To read rows and to point at them from others. */
export const read: readonly Privilege[] = ["Read", "AppendTo"];
/** To read rows and nothing more. */
export const look: readonly Privilege[] = ["Read"];
export const edit: readonly Privilege[] = ["Create", "Read", "Write", "Append", "AppendTo"];
export const full: readonly Privilege[] = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

export const grant = (level: Level, privileges: readonly Privilege[], tables: readonly Table[]): Grant => ({ tables, level, privileges });
