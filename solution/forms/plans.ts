import { fields, form, grid, tab } from "../model/form";
import { plan, planinstalment, planitem, plantemplate } from "../schema/plans";

export const plantemplateForm = form(plantemplate, [tab("general", "General", [
  fields("kind", "Kind of plan", ["name", "code", "company", "most", "months", "least", "transactioncurrencyid", "statuscode"]),
])]);

export const planForm = form(plan, [tab("general", "General", [
  fields("plan", "Plan", ["name", "debtor", "plantemplate", "amount", "transactioncurrencyid", "count", "firston", "months", "takenon", "ownerid"]),
  fields("items", "Covered items", ["openitems"], 1),
  fields("outcome", "Outcome", ["statuscode", "judgedon"]),
  grid("instalments", "Instalments", planinstalment, "plan"),
  grid("covered", "Items", planitem, "plan"),
])]);

export const planinstalmentForm = form(planinstalment, [tab("general", "General", [
  fields("instalment", "Instalment", ["name", "plan", "sequence", "dueon", "amount", "transactioncurrencyid"]),
])]);

export const planitemForm = form(planitem, [tab("general", "General", [fields("item", "Item", ["name", "plan", "openitem", "openamount", "transactioncurrencyid"])])]);
