import { fields, form, grid, tab } from "../model/form";
import { caseitem, collectioncase } from "../schema/cases";
import { payment } from "../schema/ledger";

export const collectioncaseForm = form(collectioncase, [tab("general", "General", [
  fields("case", "Case", ["name", "debtor", "openedon", "statuscode", "ownerid"]),
  fields("outcome", "Outcome", ["outcome"], 1),
  grid("items", "Items", caseitem, "collectioncase"),
  grid("payments", "Payments", payment, "collectioncase"),
])]);

export const caseitemForm = form(caseitem, [tab("general", "General", [fields("item", "Item", ["name", "collectioncase", "openitem"])])]);
