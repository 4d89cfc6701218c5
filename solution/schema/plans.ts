import { day, lookup, memo, money, text, whole } from "../model/column";
import { active, inactive, table } from "../model/table";

export const plantemplate = table({
  name: "plantemplate", label: "Plan template", plural: "Plan templates", ownership: "organization",
  help: "A kind of repayment plan that may be offered.",
  columns: {
    name: text("Name", "Name of the kind of plan.", { required: true }),
    code: text("Code", "Short code; imports find the plan template by this.", { maxLength: 50, required: true }),
    company: lookup("company", "Company", "Company that offers it; empty = all."),
    most: whole("Instalments at most", "Longest plan.", { required: true, min: 1, max: 120 }),
    months: whole("Months between", "Months from instalment to instalment.", { required: true, min: 1, max: 12 }),
    least: money("Smallest instalment", "No instalment is smaller; empty = any."),
  },
  keys: { code: ["code"] },
});

export const plan = table({
  name: "plan", label: "Repayment plan", plural: "Repayment plans", notes: true,
  help: "An agreement to pay in instalments; while it is kept its items are left alone.",
  columns: {
    name: text("Name", "Amount and instalments.", { maxLength: 200 }),
    debtor: lookup("debtor", "Debtor", "Who pays.", { required: true, onDelete: "parental" }),
    plantemplate: lookup("plantemplate", "Plan template", "Kind of plan; its limits are checked."),
    amount: money("Amount", "Sum of the instalments; empty = everything open on the items."),
    count: whole("Instalments", "How many instalments.", { required: true, min: 1, max: 120 }),
    firston: day("First instalment on", "Day of the first instalment.", { required: true }),
    months: whole("Months between", "Months from instalment to instalment.", { min: 1, max: 12 }),
    takenon: day("Agreed on", "Day on which it was agreed."),
    openitems: memo("Items", "Ids of the items, separated by commas; empty = every open item of the debtor in this currency.", { maxLength: 100000 }),
    judgedon: day("Judged on", "Day on which it was found kept or broken."),
  },
  statuses: { open: active(1, "Open"), kept: inactive(2, "Kept"), broken: inactive(591850000, "Broken"), cancelled: inactive(591850001, "Cancelled") },
});

export const planinstalment = table({
  name: "planinstalment", label: "Plan instalment", plural: "Plan instalments",
  help: "One payment of a repayment plan.",
  columns: {
    name: text("Name", "Number and day.", { maxLength: 150 }),
    plan: lookup("plan", "Repayment plan", "Plan that it belongs to.", { required: true, onDelete: "parental" }),
    sequence: whole("Number", "From 1.", { required: true, min: 1 }),
    dueon: day("Due on", "Last day on which it is in time.", { required: true }),
    amount: money("Amount", "What is to be paid."),
  },
  keys: { sequence: ["plan", "sequence"] },
});

export const planitem = table({
  name: "planitem", label: "Plan item", plural: "Plan items",
  help: "An item that a repayment plan covers.",
  columns: {
    name: text("Name", "Item.", { maxLength: 150 }),
    plan: lookup("plan", "Repayment plan", "Plan that it belongs to.", { required: true, onDelete: "parental" }),
    openitem: lookup("openitem", "Open item", "Item that is covered.", { required: true, onDelete: "restrict" }),
    openamount: money("Open amount", "What was open when the plan was agreed."),
  },
  keys: { item: ["plan", "openitem"] },
});
