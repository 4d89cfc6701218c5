import { edit, look, read, type StandardGrant } from "../model/role";

/** Tables of the platform that rows of ours point to, to be read only. A person needs the platform's own role Basic User beside ours to open an app. */
export const standardReading: readonly StandardGrant[] = [
  ...["Account", "Contact", "TransactionCurrency", "User", "Team", "BusinessUnit"].map((table) => ({ table, level: "organization" as const, privileges: look })),
  { table: "Note", level: "organization", privileges: look },
  { table: "Activity", level: "organization", privileges: look },
];

/** What those need who write rows of ours, notes and activities: a call goes to its collector, a row names who decided it. */
export const standardRights: readonly StandardGrant[] = [
  { table: "Account", level: "organization", privileges: read },
  { table: "Contact", level: "organization", privileges: read },
  { table: "TransactionCurrency", level: "organization", privileges: read },
  { table: "User", level: "organization", privileges: read },
  { table: "Team", level: "organization", privileges: look },
  { table: "BusinessUnit", level: "organization", privileges: look },
  { table: "Note", level: "organization", privileges: edit },
  { table: "Activity", level: "organization", privileges: [...edit, "Assign"] },
];
