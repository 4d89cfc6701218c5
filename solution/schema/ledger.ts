import { choose, day, lookup, money, text, whole, yesno } from "../model/column";
import { active, inactive, table } from "../model/table";
import { channel, contactPurpose, debtorKind, decisionReason, invoiceKind, language } from "./choices";

export const company = table({
  name: "company", label: "Company", plural: "Companies", ownership: "organization",
  help: "A legal entity that has a ledger of its own.",
  columns: {
    name: text("Name", "Name of the legal entity as it appears in messages.", { required: true }),
    code: text("Code", "Short code of the company in the ledger; imports find it by this.", { maxLength: 20, required: true }),
    currencycode: text("Currency", "ISO 4217 code of the company's currency.", { maxLength: 3 }),
    country: text("Country", "ISO 3166 code of the country whose calendar the company keeps.", { maxLength: 2 }),
    language: choose(language, "Language", "Language used when a debtor has none.", { initial: "english" }),
    sender: text("Sender", "E-mail address from which reminders are signed.", { format: "email", maxLength: 200 }),
    iban: text("IBAN", "Bank account that debtors pay to.", { maxLength: 34 }),
    strategy: lookup("strategy", "Strategy", "Strategy used when neither debtor, credit class nor segment names one."),
  },
  keys: { code: ["code"] },
});

export const debtor = table({
  name: "debtor", label: "Debtor", plural: "Debtors", notes: true, activities: true,
  help: "A customer's account in the ledger of one company.",
  columns: {
    name: text("Name", "Name of the customer.", { required: true, maxLength: 200 }),
    number: text("Number", "Customer number in the ledger.", { required: true, maxLength: 50 }),
    company: lookup("company", "Company", "Company whose ledger this is.", { required: true, onDelete: "restrict" }),
    account: lookup("account", "Account", "The customer, when it is a company."),
    contact: lookup("contact", "Contact", "The customer, when it is a natural person."),
    kind: choose(debtorKind, "Kind", "Company, natural person or public body.", { initial: "company" }),
    language: choose(language, "Language", "Language of messages; empty = the company's."),
    country: text("Country", "ISO 3166 code of the debtor's country.", { maxLength: 2 }),
    creditclass: lookup("creditclass", "Credit class", "May forbid dunning or name a strategy."),
    segment: lookup("segment", "Segment", "Segment that the debtor belongs to."),
    strategy: lookup("strategy", "Strategy override", "Strategy for this debtor alone; goes before class, segment and company."),
    preferredchannel: choose(channel, "Preferred channel", "Channel that the debtor prefers."),
    level: whole("Level", "Highest level that any open item of the debtor has reached."),
    lastactionon: day("Last reminder on", "Day of the last message of a run."),
    nextactionon: day("Next action on", "Day on which the debtor is looked at again; empty = nothing to do."),
  },
  keys: { number: ["company", "number"] },
});

export const contactpoint = table({
  name: "contactpoint", label: "Contact point", plural: "Contact points",
  help: "An address at which a debtor can be reached by one channel.",
  columns: {
    name: text("Address", "E-mail address, telephone number or postal address.", { required: true, maxLength: 200 }),
    debtor: lookup("debtor", "Debtor", "Whose address it is.", { required: true, onDelete: "parental" }),
    channel: choose(channel, "Channel", "Channel that the address belongs to.", { required: true, initial: "email" }),
    purpose: choose(contactPurpose, "Purpose", "What the address is for.", { initial: "main" }),
    primary: yesno("Primary", "Used before the other addresses of the same purpose.", { initial: true }),
    bounced: yesno("Bounced", "A message came back from here; it is not used again."),
  },
  keys: { address: ["debtor", "channel", "name"] },
});

export const invoice = table({
  name: "invoice", label: "Invoice", plural: "Invoices", notes: true,
  help: "A document of the ledger: invoice, credit note or debit note.",
  columns: {
    name: text("Number", "Number of the document.", { required: true, maxLength: 100 }),
    company: lookup("company", "Company", "Company that issued it.", { required: true, onDelete: "restrict" }),
    debtor: lookup("debtor", "Debtor", "To whom it was issued.", { required: true, onDelete: "restrict" }),
    kind: choose(invoiceKind, "Kind", "Invoice, credit note or debit note.", { required: true, initial: "invoice" }),
    issuedon: day("Issued on", "Day of issue.", { required: true }),
    total: money("Total", "Gross amount of the document; never negative, the kind gives the sign."),
  },
  keys: { number: ["company", "name"] },
  statuses: { posted: active(1, "Posted"), draft: active(591850000, "Draft"), cancelled: inactive(2, "Cancelled") },
});

export const openitem = table({
  name: "openitem", label: "Open item", plural: "Open items",
  help: "An instalment of a document: the unit that is dunned.",
  columns: {
    name: text("Name", "Document number and instalment.", { required: true, maxLength: 120 }),
    company: lookup("company", "Company", "Company of the document.", { onDelete: "restrict" }),
    debtor: lookup("debtor", "Debtor", "Who owes it.", { required: true, onDelete: "restrict" }),
    invoice: lookup("invoice", "Invoice", "Document that it is an instalment of.", { required: true, onDelete: "parental" }),
    instalment: whole("Instalment", "Number of the instalment, from 1.", { min: 1 }),
    issuedon: day("Issued on", "Day of issue of the document."),
    duedate: day("Due date", "Day by which it must be paid."),
    originalduedate: day("Original due date", "Due date at issue; stays when the due date is rescheduled."),
    amount: money("Amount", "Amount of the instalment."),
    openamount: money("Open amount", "Amount less everything allocated to it."),
    settledon: day("Settled on", "Booking day of the allocation that closed it."),
    level: whole("Level", "Number of the last step done in this ladder cycle; 0 = none."),
    cycle: whole("Ladder cycle", "Counts how often the ladder was begun; 0 = first time."),
    laststep: lookup("strategystep", "Last step", "Last step done."),
    lastactionon: day("Last reminder on", "Day of the last reminder about it."),
    nextactionon: day("Next action on", "Day of its next step; empty = none."),
    reason: choose(decisionReason, "Reason", "Why the last decision did or did not remind about it."),
  },
  keys: { instalment: ["invoice", "instalment"] },
  statuses: {
    open: active(1, "Open"), partlyPaid: active(591850000, "Partly paid"),
    paid: inactive(2, "Paid"), cancelled: inactive(591850001, "Cancelled"), writtenOff: inactive(591850002, "Written off"),
  },
});

export const payment = table({
  name: "payment", label: "Payment", plural: "Payments",
  help: "Money received from a debtor.",
  columns: {
    name: text("Reference", "Reference of the receipt; unique in the company.", { required: true, maxLength: 120 }),
    company: lookup("company", "Company", "Company that received it.", { required: true, onDelete: "restrict" }),
    debtor: lookup("debtor", "Debtor", "Who paid.", { required: true, onDelete: "restrict" }),
    openitem: lookup("openitem", "For item", "Item that the remittance names; it is served first, the rest goes to the oldest due."),
    amount: money("Amount", "Amount received."),
    unapplied: money("Unapplied", "What no item could take; stays visible until it is used."),
    valuedate: day("Value date", "Day on which the money counts.", { required: true }),
    bookedon: day("Booked on", "Day on which it was booked; empty = the value date."),
  },
  keys: { reference: ["company", "name"] },
  statuses: { posted: active(1, "Posted"), cancelled: inactive(2, "Cancelled") },
});

export const allocation = table({
  name: "allocation", label: "Allocation", plural: "Allocations",
  help: "The part of a payment that was applied to one open item.",
  columns: {
    name: text("Name", "Payment and item.", { required: true, maxLength: 250 }),
    payment: lookup("payment", "Payment", "Payment that it is a part of.", { required: true, onDelete: "parental" }),
    openitem: lookup("openitem", "Open item", "Item that it pays.", { required: true, onDelete: "restrict" }),
    debtor: lookup("debtor", "Debtor", "Whose item it is.", { onDelete: "restrict" }),
    amount: money("Amount", "Amount applied."),
    bookedon: day("Booked on", "Day from which the item counts as paid to this extent.", { required: true }),
  },
  keys: { part: ["payment", "openitem"] },
});
