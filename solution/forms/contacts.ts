import { fields, form, tab } from "../model/form";
import { collector, contactrule, optout } from "../schema/contacts";

export const contactruleForm = form(contactrule, [tab("general", "General", [
  fields("rule", "Rule", ["name", "code", "pack", "kind", "validfrom", "validto", "statuscode"]),
  fields("conditions", "Conditions", ["channel", "customchannel", "purpose", "debtorkind", "country"]),
  fields("limits", "Limits", ["weekdays", "fromtime", "totime", "most", "perdays"]),
  fields("source", "Source", ["source"], 1),
])]);

export const optoutForm = form(optout, [tab("general", "General", [
  fields("wish", "Wish", ["name", "debtor", "channel", "purpose", "startson", "endson", "statuscode", "ownerid"]),
  fields("source", "Source", ["source"], 1),
])]);

export const collectorForm = form(collector, [tab("general", "General", [fields("collector", "Collector", ["name", "company", "user", "capacity", "fromtime", "totime", "statuscode"])])]);
