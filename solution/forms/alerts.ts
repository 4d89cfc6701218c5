import { fields, form, grid, tab } from "../model/form";
import { alert, alertrule } from "../schema/alerts";

export const alertruleForm = form(alertrule, [tab("general", "General", [
  fields("rule", "Rule", ["name", "code", "company", "kind", "amount", "transactioncurrencyid", "days", "severity", "escalationdays", "manager", "statuscode"]),
  grid("alerts", "Alerts", alert, "alertrule"),
])]);

export const alertForm = form(alert, [tab("general", "General", [
  fields("alert", "Alert", ["name", "alertrule", "debtor", "dispute", "raisedon", "escalatedon", "passedon", "closedon", "statuscode", "ownerid"]),
  fields("text", "Text", ["text"], 1),
  fields("identity", "Identity", ["uniquekey"], 1),
])]);
