import { fields, form, tab } from "../model/form";
import { budget, charge, costrate, dailyrate, interestrate, interestrule } from "../schema/charges";

export const chargeForm = form(charge, [tab("general", "General", [
  fields("charge", "Charge", ["name", "kind", "debtor", "openitem", "communication", "strategystep", "amount", "transactioncurrencyid", "statuscode", "ownerid"]),
  fields("reckoning", "Reckoning", ["startson", "endson"]),
  fields("rates", "Rates", ["rates"], 1),
  fields("waiver", "Waiver", ["waivereason", "waivedon", "waivedwithitem"]),
  fields("identity", "Identity", ["uniquekey"], 1),
])]);

export const interestruleForm = form(interestrule, [tab("general", "General", [
  fields("rule", "Rule", ["name", "code", "country", "debtorkind", "currencycode", "validfrom", "validto", "statuscode"]),
  fields("interest", "Interest", ["ratecode", "margin", "fixing"]),
  fields("flat", "Flat cost", ["flatamount", "flatcurrency"]),
  fields("source", "Source", ["source"], 1),
])]);

export const interestrateForm = form(interestrate, [tab("general", "General", [
  fields("rate", "Rate", ["name", "code", "validfrom", "rate", "statuscode"]),
  fields("source", "Source", ["source"], 1),
])]);

export const dailyrateForm = form(dailyrate, [tab("general", "General", [
  fields("rate", "Rate", ["name", "fromcurrency", "tocurrency", "day", "rate", "statuscode"]),
  fields("source", "Source", ["source"], 1),
])]);

export const costrateForm = form(costrate, [tab("general", "General", [fields("rate", "Rate", ["name", "company", "channel", "validfrom", "amount", "persegment", "statuscode"])])]);

export const budgetForm = form(budget, [tab("general", "General", [fields("budget", "Budget", ["name", "company", "channel", "startson", "endson", "amount", "statuscode"])])]);
