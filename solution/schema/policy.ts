import { choose, decimal, lookup, memo, money, text, whole, yesno } from "../model/column";
import { table } from "../model/table";
import { beginning, channel, chargeBase, contactRulePurpose, debtorKind, escalation, grouping, ladder, ladderEnd, language, offsetBase, policyChange, stepContext, templateKind, tone } from "./choices";

export const creditclass = table({
  name: "creditclass", label: "Credit class", plural: "Credit classes", ownership: "organization",
  help: "A class of debtors that is treated alike; may forbid dunning.",
  columns: {
    name: text("Name", "Name of the class.", { required: true }),
    code: text("Code", "Short code; imports find the class by this.", { maxLength: 50, required: true }),
    dunnable: yesno("Dunned", "No = debtors of this class are never reminded.", { initial: true }),
    strategy: lookup("strategy", "Strategy", "Strategy of the class; goes before the segment's."),
    channel: choose(channel, "Channel", "Channel for debtors of this class; goes before the step's."),
    gracedays: whole("Grace days", "Every step of the class comes so many days later.", { max: 365 }),
  },
  keys: { code: ["code"] },
});

export const paymenttype = table({
  name: "paymenttype", label: "Payment type", plural: "Payment types", ownership: "organization",
  help: "How items are to be paid; may forbid dunning or give more time.",
  columns: {
    name: text("Name", "Name of the payment type.", { required: true }),
    code: text("Code", "Short code; imports find the payment type by this.", { maxLength: 50, required: true }),
    dunnable: yesno("Dunned", "No = items paid this way are never reminded.", { initial: true }),
    gracedays: whole("Grace days", "Every step comes so many days later: a return window, time for the bank.", { max: 365 }),
    channel: choose(channel, "Channel", "Channel for items paid this way; goes before the debtor's and the step's, after the class's."),
  },
  keys: { code: ["code"] },
});

export const customchannel = table({
  name: "customchannel", label: "Further channel", plural: "Further channels", ownership: "organization",
  help: "A channel that the makers of an organisation add: a row here and a flow of their own that sends what becomes ready on it.",
  columns: {
    name: text("Name", "Name of the channel, such as WhatsApp.", { required: true }),
    code: text("Code", "Short code; the flow filters by it.", { maxLength: 50, required: true }),
  },
  keys: { code: ["code"] },
});

export const segment = table({
  name: "segment", label: "Segment", plural: "Segments", ownership: "organization",
  help: "A rule that gathers debtors: every condition given must hold; segments are tried in order and the first that matches wins.",
  columns: {
    name: text("Name", "Name of the segment.", { required: true }),
    code: text("Code", "Short code of the segment.", { maxLength: 50, required: true }),
    sequence: whole("Order", "Segments are tried from the lowest number.", { required: true }),
    debtorkind: choose(debtorKind, "Debtor kind", "Only debtors of this kind; empty = any."),
    country: text("Country", "Only debtors of this country (ISO 3166); empty = any.", { maxLength: 2 }),
    company: lookup("company", "Company", "Only debtors of this company; empty = any."),
    creditclass: lookup("creditclass", "Credit class", "Only debtors of this class; empty = any."),
    balancefrom: money("Open amount from", "At least so much open; empty = any."),
    balanceto: money("Open amount to", "At most so much open; empty = any."),
    overduefrom: money("Overdue amount from", "At least so much overdue; empty = any."),
    overdueto: money("Overdue amount to", "At most so much overdue; empty = any."),
    dayspastduefrom: whole("Days past due from", "Oldest open item at least so many days past due; empty = any.", { max: 100000 }),
    dayspastdueto: whole("Days past due to", "Oldest open item at most so many days past due; empty = any.", { max: 100000 }),
    itemsfrom: whole("Open items from", "At least so many open items; empty = any."),
    itemsto: whole("Open items to", "At most so many open items; empty = any."),
    unpaidfrom: decimal("Percent unpaid from", "At least so many percent of the open items unpaid; empty = any.", { precision: 2, max: 100 }),
    unpaidto: decimal("Percent unpaid to", "At most so many percent unpaid; empty = any.", { precision: 2, max: 100 }),
    exposurefrom: decimal("Percent of the limit from", "Exposure at least so many percent of the credit limit; empty = any.", { precision: 2 }),
    exposureto: decimal("Percent of the limit to", "Exposure at most so many percent of the credit limit; empty = any.", { precision: 2 }),
    scorefrom: decimal("Behaviour score from", "Score at least this; empty = any.", { precision: 2, max: 100 }),
    scoreto: decimal("Behaviour score to", "Score at most this; empty = any.", { precision: 2, max: 100 }),
    customerdaysfrom: whole("Days a customer from", "Customer for at least so many days; empty = any.", { max: 100000 }),
    customerdaysto: whole("Days a customer to", "Customer for at most so many days; empty = any.", { max: 100000 }),
    fetchxml: memo("View condition", "FetchXML over debtors, such as a view's; only debtors that it finds. Empty = any.", { maxLength: 20000 }),
    strategy: lookup("strategy", "Strategy", "Strategy for debtors of this segment."),
    termsdays: whole("Payment terms in days", "Days from issue to due date that are usual in the segment; empty = none.", { max: 3650 }),
  },
  keys: { code: ["code"] },
});

export const strategy = table({
  name: "strategy", label: "Strategy", plural: "Strategies", ownership: "organization",
  help: "An ordered ladder of steps: who is reminded when, by which channel and in which tone.",
  columns: {
    name: text("Name", "Name of the strategy.", { required: true }),
    code: text("Code", "Short code; imports find the strategy by this.", { maxLength: 50, required: true }),
    description: memo("Description", "For whom the strategy is meant."),
    ladder: choose(ladder, "Ladder", "Whether each item climbs for itself or the debtor as a whole.", { initial: "item" }),
    escalation: choose(escalation, "Escalation", "How an item climbs when several steps are due.", { initial: "oneStep" }),
    beginning: choose(beginning, "Beginning", "Where an item that is new and already late begins.", { initial: "firstStep" }),
    grouping: choose(grouping, "Messages", "How the items of a debtor are gathered into messages.", { initial: "highestLevel" }),
    ladderend: choose(ladderEnd, "After the last step", "What happens when the last step is done and the item is still open.", { initial: "stop" }),
    repeatdays: whole("Repeat after days", "Days between repetitions of the last step; empty = 30.", { min: 1, max: 365 }),
    attempts: whole("Attempts at most", "An item is spoken of at most so often in one ladder cycle; empty = no cap.", { min: 1, max: 99 }),
    mindaysbetween: whole("Days between contacts", "Steps for a debtor leave on days that lie at least so many days apart; messages of one night (for each currency, and each level where the strategy says so) count as one. From 2 on a message about a broken promise counts too. Empty = 1, and such a message may leave in the same night as a step.", { max: 365 }),
    policychange: choose(policyChange, "When the strategy changes", "What becomes of ladders that are under way.", { initial: "keepLevel" }),
  },
  keys: { code: ["code"] },
});

export const strategystep = table({
  name: "strategystep", label: "Strategy step", plural: "Strategy steps", ownership: "organization",
  help: "One step of a strategy. An item climbs one step at a time.",
  columns: {
    name: text("Name", "Name of the step.", { required: true }),
    strategy: lookup("strategy", "Strategy", "Strategy that the step belongs to.", { required: true, onDelete: "parental" }),
    sequence: whole("Step", "Number of the step in the ladder, from 1; it is the level that an item reaches.", { required: true, min: 1, max: 99 }),
    offsetdays: whole("Days", "Days after the due date, or after the previous step; negative = before the due date.", { required: true, min: -365, max: 3650 }),
    offsetbase: choose(offsetBase, "Counted from", "What the days are counted from.", { initial: "dueDate" }),
    channel: choose(channel, "Channel", "Channel of the message.", { required: true, initial: "email" }),
    template: lookup("template", "Template", "Text of the message.", { onDelete: "restrict" }),
    customchannel: lookup("customchannel", "Further channel", "Which further channel, when the channel is Other.", { onDelete: "restrict" }),
    purpose: choose(contactRulePurpose, "Purpose", "What the contact is for; contact rules and opt-outs go by it.", { initial: "dunning" }),
    minimumamount: money("Minimum amount", "Items with less open are not reminded by this step: on a ladder that climbs one step at a time they wait before it, else a step that suits them is taken; compared in the item's currency at the currency table's rate."),
    minimumpercent: decimal("Minimum percent", "Items with a smaller part of their amount open are not reminded by this step, as with the minimum amount.", { precision: 2, max: 100 }),
    approval: yesno("Needs approval", "The message waits until another person than its planner approves it."),
    legal: yesno("Legal step", "The ladder hands over to legal here; always needs approval."),
    deadlinedays: whole("Payment deadline in days", "Deadline that the message sets; the next step does not come before it. Empty = none.", { min: 1, max: 365 }),
    fee: choose(chargeBase, "Fee", "How the fee of the step is reckoned.", { initial: "none" }),
    feeamount: money("Fee amount", "The fixed fee; converted at the currency table's rate."),
    feepercent: decimal("Fee percent", "Fee in percent of the open amount.", { precision: 4, max: 100 }),
    interest: yesno("Interest", "Late-payment interest is reckoned and told, where an interest rule is active."),
    script: memo("Call script", "What to say, for calls; shown to the collector.", { maxLength: 10000 }),
  },
  keys: { sequence: ["strategy", "sequence"] },
});

export const stepvariant = table({
  name: "stepvariant", label: "Step variant", plural: "Step variants", ownership: "organization",
  help: "What a step does instead when something is true of the debtor; the first variant that applies wins.",
  columns: {
    name: text("Name", "Name of the variant.", { required: true }),
    strategystep: lookup("strategystep", "Step", "Step that it varies.", { required: true, onDelete: "parental" }),
    sequence: whole("Order", "Variants are tried from the lowest number.", { required: true }),
    context: choose(stepContext, "Context", "What must be true of the debtor.", { required: true }),
    days: whole("Within days", "How long ago the order or payment may be.", { max: 365 }),
    skip: yesno("Leave out", "Nothing is sent; the step waits while the context lasts."),
    template: lookup("template", "Template", "Text instead of the step's.", { onDelete: "restrict" }),
    channel: choose(channel, "Channel", "Channel instead of the step's."),
  },
  keys: { sequence: ["strategystep", "sequence"] },
});

export const template = table({
  name: "template", label: "Template", plural: "Templates", ownership: "organization",
  help: "What a message says, in several languages.",
  columns: {
    name: text("Name", "Name of the template.", { required: true }),
    code: text("Code", "Short code of the template.", { maxLength: 50, required: true }),
    channel: choose(channel, "Channel", "Channel that the text is written for.", { required: true, initial: "email" }),
    kind: choose(templateKind, "Kind", "A formal notice must name debtor, cause, amount and an order to pay; an envelope must not speak of a debt.", { initial: "message" }),
    tone: choose(tone, "Tone", "How firmly it speaks.", { initial: "courteous" }),
  },
  keys: { code: ["code"] },
});

export const templatetext = table({
  name: "templatetext", label: "Template text", plural: "Template texts", ownership: "organization",
  help: "The words of a template in one language, with {{merge fields}}.",
  columns: {
    name: text("Name", "Template and language.", { required: true }),
    template: lookup("template", "Template", "Template that it belongs to.", { required: true, onDelete: "parental" }),
    language: choose(language, "Language", "Language of the text.", { required: true }),
    subject: text("Subject", "Subject line; merge fields allowed.", { maxLength: 400 }),
    body: memo("Body", "HTML body; merge fields and the {{#items}} table allowed.", { maxLength: 100000 }),
  },
  keys: { language: ["template", "language"] },
});

export const templatevariant = table({
  name: "templatevariant", label: "Template variant", plural: "Template variants", ownership: "organization",
  help: "Another template for certain debtors or items; every condition given must hold, and the first variant that applies wins.",
  columns: {
    name: text("Name", "Name of the variant.", { required: true }),
    template: lookup("template", "Template", "Template that it replaces.", { required: true, onDelete: "parental" }),
    sequence: whole("Order", "Variants are tried from the lowest number.", { required: true }),
    variant: lookup("template", "Use instead", "Template that is used.", { required: true, onDelete: "restrict" }),
    creditclass: lookup("creditclass", "Credit class", "Only debtors of this class; empty = any."),
    segment: lookup("segment", "Segment", "Only debtors of this segment; empty = any."),
    paymenttype: lookup("paymenttype", "Payment type", "Only messages all of whose items are paid this way; empty = any."),
    debtorkind: choose(debtorKind, "Debtor kind", "Only debtors of this kind; empty = any."),
    country: text("Country", "Only debtors of this country (ISO 3166); empty = any.", { maxLength: 2 }),
  },
  keys: { sequence: ["template", "sequence"] },
});

export const feeband = table({
  name: "feeband", label: "Fee band", plural: "Fee bands", ownership: "organization",
  help: "A band of the open amount with its fee; bands add up like a tariff.",
  columns: {
    name: text("Name", "Name of the band.", { required: true }),
    strategystep: lookup("strategystep", "Step", "Step whose fee it is.", { required: true, onDelete: "parental" }),
    sequence: whole("Order", "Bands go from the lowest number up.", { required: true }),
    upto: money("Up to", "Upper end of the band, included; empty = no end."),
    amount: money("Amount", "Fee for reaching the band."),
    percent: decimal("Percent", "Fee in percent of the part of the open amount that lies in the band.", { precision: 4, max: 100 }),
  },
  keys: { sequence: ["strategystep", "sequence"] },
});
