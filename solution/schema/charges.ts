import { choose, day, decimal, instant, lookup, memo, money, text, yesno } from "../model/column";
import { active, inactive, table } from "../model/table";
import { channel, chargeKind, debtorKind, rateFixing } from "./choices";

export const charge = table({
  name: "charge", label: "Charge", plural: "Charges",
  help: "A fee, interest or flat cost on an overdue item.",
  columns: {
    name: text("Name", "Kind and item.", { required: true, maxLength: 200 }),
    debtor: lookup("debtor", "Debtor", "Who owes it.", { required: true, onDelete: "restrict" }),
    openitem: lookup("openitem", "Open item", "Item that it is charged on.", { required: true, onDelete: "restrict" }),
    communication: lookup("communication", "Communication", "Message that told it first.", { onDelete: "restrict" }),
    strategystep: lookup("strategystep", "Step", "Step that charged it.", { onDelete: "restrict" }),
    kind: choose(chargeKind, "Kind", "Fee, interest or flat cost.", { required: true }),
    amount: money("Amount", "Amount charged."),
    startson: day("From", "First day of interest, or the day of the charge."),
    endson: day("Until", "Last day of interest, included."),
    rates: memo("Rates", "Periods with days and rate, as reckoned.", { maxLength: 4000 }),
    waivereason: text("Waived because", "Why it is not asked for.", { maxLength: 400 }),
    waivedon: instant("Waived on", "When it was waived."),
    waivedwithitem: yesno("Waived with the item", "Waived since its item was paid: asked for again when that payment is taken back."),
    uniquekey: text("Unique key", "Kind, item, step and cycle: nothing is charged twice.", { maxLength: 200 }),
  },
  keys: { unique: ["uniquekey"] },
  statuses: { shown: active(1, "Shown"), posted: active(591850000, "Posted"), paid: inactive(2, "Paid"), waived: inactive(591850001, "Waived") },
});

export const interestrule = table({
  name: "interestrule", label: "Interest rule", plural: "Interest rules", ownership: "organization",
  help: "Statutory interest and flat cost of a country, dated. Shipped inactive; an administrator activates what applies.",
  columns: {
    name: text("Name", "Name of the rule.", { required: true, maxLength: 200 }),
    code: text("Code", "Short code of the rule.", { maxLength: 50, required: true }),
    country: text("Country", "Country of the company (ISO 3166) whose claims it governs; empty = any.", { maxLength: 2 }),
    debtorkind: choose(debtorKind, "Debtor kind", "Only claims on debtors of this kind; empty = any."),
    currencycode: text("Currency", "Only claims in this currency (ISO 4217); empty = any.", { maxLength: 3 }),
    validfrom: day("Valid from", "First day of interest that it governs.", { required: true }),
    validto: day("Valid to", "Last day that it governs, included; empty = still valid."),
    ratecode: text("Base rate", "Code of the interest rates that it builds on; empty = none.", { maxLength: 50 }),
    margin: decimal("Margin", "Percentage points above the base rate.", { precision: 4, max: 100 }),
    fixing: choose(rateFixing, "Rate is fixed", "On which day the base rate is looked up.", { initial: "halfYear" }),
    flatamount: decimal("Flat cost", "Flat recovery cost for each late invoice; empty = none.", { precision: 2 }),
    flatcurrency: text("Currency of the flat cost", "ISO 4217 code.", { maxLength: 3 }),
    source: memo("Source", "Where the rule is written.", { maxLength: 2000 }),
  },
  keys: { code: ["code"] },
});

export const interestrate = table({
  name: "interestrate", label: "Interest rate", plural: "Interest rates", ownership: "organization",
  help: "A base rate from a day on.",
  columns: {
    name: text("Name", "Rate and day.", { required: true }),
    code: text("Code", "Code of the base rate, such as MNB.", { maxLength: 50, required: true }),
    validfrom: day("Valid from", "First day of the rate.", { required: true }),
    rate: decimal("Rate", "Percent a year.", { precision: 4, min: -10, max: 1000 }),
    source: memo("Source", "Where the rate was published.", { maxLength: 400 }),
  },
  keys: { day: ["code", "validfrom"] },
});

export const dailyrate = table({
  name: "dailyrate", label: "Daily exchange rate", plural: "Daily exchange rates", ownership: "organization",
  help: "The official rate of a currency on a day.",
  columns: {
    name: text("Name", "Currencies and day.", { required: true }),
    fromcurrency: text("Of", "ISO 4217 code of the currency that is priced.", { maxLength: 3, required: true }),
    tocurrency: text("In", "ISO 4217 code of the currency of the price.", { maxLength: 3, required: true }),
    day: day("Day", "Day of the rate; it holds until the next.", { required: true }),
    rate: decimal("Rate", "Price of one unit.", { precision: 8 }),
    source: memo("Source", "Where the rate was published.", { maxLength: 400 }),
  },
  keys: { day: ["fromcurrency", "tocurrency", "day"] },
});

export const costrate = table({
  name: "costrate", label: "Cost rate", plural: "Cost rates", ownership: "organization",
  help: "What one message or call costs the company, from a day on.",
  columns: {
    name: text("Name", "Channel and day.", { required: true }),
    company: lookup("company", "Company", "Company that pays it.", { required: true, onDelete: "parental" }),
    channel: choose(channel, "Channel", "Channel that it is for.", { required: true }),
    validfrom: day("Valid from", "First day of the rate.", { required: true }),
    amount: decimal("Cost", "In the company's currency, for one message, or for one segment of an SMS.", { precision: 4 }),
    persegment: yesno("For each SMS segment", "An SMS of several segments costs as many times."),
  },
  keys: { day: ["company", "channel", "validfrom"] },
});

export const budget = table({
  name: "budget", label: "Budget", plural: "Budgets", ownership: "organization",
  help: "What a company means to spend on an activity in a period.",
  columns: {
    name: text("Name", "Channel and period.", { required: true }),
    company: lookup("company", "Company", "Company that spends it.", { required: true, onDelete: "parental" }),
    channel: choose(channel, "Channel", "Channel that it is for.", { required: true }),
    startson: day("From", "First day.", { required: true }),
    endson: day("Until", "Last day, included.", { required: true }),
    amount: decimal("Amount", "In the company's currency.", { precision: 2 }),
  },
  keys: { period: ["company", "channel", "startson"] },
});
