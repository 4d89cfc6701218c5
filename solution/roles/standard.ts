import { edit, read, type StandardGrant } from "../model/role";

/** What everybody needs of the platform's own tables to open the app and to write notes and activities. */
export const standardRights: readonly StandardGrant[] = [
  { table: "Account", level: "organization", privileges: read },
  { table: "Contact", level: "organization", privileges: read },
  { table: "TransactionCurrency", level: "organization", privileges: read },
  { table: "User", level: "organization", privileges: ["Read"] },
  { table: "Team", level: "organization", privileges: ["Read"] },
  { table: "BusinessUnit", level: "organization", privileges: ["Read"] },
  { table: "Note", level: "organization", privileges: edit },
  { table: "Activity", level: "organization", privileges: edit },
];
