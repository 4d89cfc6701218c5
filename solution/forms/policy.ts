import { fields, form, grid, tab } from "../model/form";
import { debtor } from "../schema/ledger";
import { creditclass, segment, strategy, strategystep, template, templatetext } from "../schema/policy";

export const creditclassForm = form(creditclass, [tab("general", "General", [
  fields("class", "Credit class", ["name", "code", "dunnable", "strategy", "statuscode"]),
  grid("debtors", "Debtors", debtor, "creditclass"),
])]);

export const segmentForm = form(segment, [tab("general", "General", [
  fields("segment", "Segment", ["name", "code", "sequence", "strategy", "statuscode"]),
  fields("conditions", "Conditions", ["debtorkind", "country"]),
  grid("debtors", "Debtors", debtor, "segment"),
])]);

export const strategyForm = form(strategy, [tab("general", "General", [
  fields("strategy", "Strategy", ["name", "code", "statuscode"]),
  fields("text", "Description", ["description"], 1),
  grid("steps", "Steps", strategystep, "strategy"),
])]);

export const strategystepForm = form(strategystep, [tab("general", "General", [
  fields("step", "Step", ["name", "strategy", "sequence", "offsetdays"]),
  fields("message", "Message", ["channel", "template", "minimumamount", "transactioncurrencyid", "statuscode"]),
])], { library: "duly_/forms/strategystep.js", onLoad: "Duly.StrategyStepForm.onLoad" });

export const templateForm = form(template, [tab("general", "General", [
  fields("template", "Template", ["name", "code", "channel", "tone", "statuscode"]),
  grid("texts", "Texts", templatetext, "template"),
])]);

export const templatetextForm = form(templatetext, [tab("general", "General", [
  fields("text", "Text", ["name", "template", "language", "statuscode"]),
  fields("words", "Words", ["subject", "body"], 1),
])]);
