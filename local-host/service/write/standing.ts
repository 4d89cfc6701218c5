import { entryOf } from "../../entry";
import { administratorRole, rootUnitId } from "../../metadata/baseline/seed";
import { DataverseError } from "../error";

type Message = "Create" | "Update" | "Delete";

/** Messages that the platform does not have for tables which it stands on itself. */
const absent: Readonly<Record<string, readonly Message[]>> = {
  organization: ["Create", "Delete"], systemuser: ["Delete"], sdkmessage: ["Create", "Update", "Delete"], sdkmessagefilter: ["Create", "Update", "Delete"],
};

/** Refuses a message that the platform does not have for a table: a user is disabled, never deleted. Throws 0x80040800. */
export function requireMessage(message: Message, table: string): void {
  if (entryOf(absent, table)?.includes(message) !== true) return;
  const instead = table === "systemuser" ? " Disable the user instead (isdisabled)." : "";
  throw new DataverseError("0x80040800", `The '${message}' method does not support entities of type '${table}'.${instead}`);
}

/** Rows that every store has from its beginning, by id. */
const lasting: Readonly<Record<string, string>> = { [`businessunit ${rootUnitId}`]: "The root business unit", [`role ${String(administratorRole.roleid)}`]: "The role System Administrator" };

/** Refuses to delete the unit that all others stand below, and the role that may everything. Throws 0x80040227. */
export function requireRemovable(table: string, id: string): void {
  const what = lasting[`${table} ${id}`];
  if (what !== undefined) throw new DataverseError("0x80040227", `${what} cannot be deleted.`);
}
