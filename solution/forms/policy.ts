import { fields, form, grid, tab } from "../model/form";
import { debtor } from "../schema/ledger";
import { segmentmembership } from "../schema/segments";
import { creditclass, customchannel, feeband, paymenttype, segment, stepvariant, strategy, strategystep, template, templatetext, templatevariant } from "../schema/policy";
import { openitem } from "../schema/ledger";

export const creditclassForm = form(creditclass, [tab("general", "General", [
  fields("class", "Credit class", ["name", "code", "dunnable", "strategy", "channel", "gracedays", "statuscode"]),
  grid("debtors", "Debtors", debtor, "creditclass"),
])]);

export const paymenttypeForm = form(paymenttype, [tab("general", "General", [
  fields("type", "Payment type", ["name", "code", "dunnable", "gracedays", "channel", "statuscode"]),
  grid("items", "Open items", openitem, "paymenttype"),
])]);

export const customchannelForm = form(customchannel, [tab("general", "General", [fields("channel", "Channel", ["name", "code", "statuscode"])])]);

export const segmentForm = form(segment, [tab("general", "General", [
  fields("segment", "Segment", ["name", "code", "sequence", "strategy", "termsdays", "statuscode"]),
  fields("conditions", "Conditions", ["debtorkind", "country", "company", "creditclass"]),
  fields("ranges", "Ranges", [
    "balancefrom", "balanceto", "overduefrom", "overdueto", "transactioncurrencyid", "dayspastduefrom", "dayspastdueto", "itemsfrom", "itemsto", "unpaidfrom", "unpaidto",
    "exposurefrom", "exposureto", "scorefrom", "scoreto", "customerdaysfrom", "customerdaysto",
  ]),
  fields("view", "View condition", ["fetchxml"], 1),
  grid("debtors", "Debtors", debtor, "segment"),
  grid("memberships", "Memberships", segmentmembership, "segment"),
])]);

export const strategyForm = form(strategy, [tab("general", "General", [
  fields("strategy", "Strategy", ["name", "code", "statuscode"]),
  fields("climbing", "Climbing", ["ladder", "escalation", "beginning", "grouping", "ladderend", "repeatdays", "attempts", "mindaysbetween", "policychange"]),
  fields("text", "Description", ["description"], 1),
  grid("steps", "Steps", strategystep, "strategy"),
])]);

export const strategystepForm = form(strategystep, [tab("general", "General", [
  fields("step", "Step", ["name", "strategy", "sequence", "offsetdays", "offsetbase", "statuscode"]),
  fields("message", "Message", ["channel", "customchannel", "template", "purpose", "deadlinedays"]),
  fields("conditions", "Conditions", ["minimumamount", "minimumpercent", "approval", "legal"]),
  fields("charges", "Charges", ["fee", "feeamount", "feepercent", "interest", "transactioncurrencyid"]),
  fields("script", "Call script", ["script"], 1),
  grid("variants", "Variants", stepvariant, "strategystep"),
  grid("bands", "Fee bands", feeband, "strategystep"),
])], { library: "duly_/forms/strategystep.js", onLoad: "Duly.StrategyStepForm.onLoad" });

export const templateForm = form(template, [tab("general", "General", [
  fields("template", "Template", ["name", "code", "channel", "kind", "tone", "statuscode"]),
  grid("texts", "Texts", templatetext, "template"),
  grid("variants", "Variants", templatevariant, "template"),
])]);

export const templatevariantForm = form(templatevariant, [tab("general", "General", [
  fields("variant", "Variant", ["name", "template", "sequence", "variant", "statuscode"]),
  fields("conditions", "Conditions", ["creditclass", "segment", "paymenttype", "debtorkind", "country"]),
])]);

export const stepvariantForm = form(stepvariant, [tab("general", "General", [
  fields("variant", "Variant", ["name", "strategystep", "sequence", "context", "days", "statuscode"]),
  fields("instead", "Instead", ["skip", "template", "channel"]),
])]);

export const feebandForm = form(feeband, [tab("general", "General", [
  fields("band", "Band", ["name", "strategystep", "sequence", "upto", "amount", "percent", "transactioncurrencyid", "statuscode"]),
])]);

export const templatetextForm = form(templatetext, [tab("general", "General", [
  fields("text", "Text", ["name", "template", "language", "statuscode"]),
  fields("words", "Words", ["subject", "body"], 1),
])]);
