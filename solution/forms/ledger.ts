import { fields, form, grid, tab } from "../model/form";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "../schema/ledger";
import { charge } from "../schema/charges";
import { dispute } from "../schema/disputes";
import { communicationline } from "../schema/work";

export const companyForm = form(company, [tab("general", "General", [
  fields("company", "Company", ["name", "code", "country", "currencycode", "language", "timezone", "calendar", "strategy", "statuscode"]),
  fields("dunning", "Dunning", ["minimumamount", "transactioncurrencyid", "creditmode", "transitdays", "holdcounting", "postcharges", "paidcharges", "claimdays"]),
  fields("agreements", "Promises and plans", ["promisegracedays", "promisetolerance", "plangracedays"]),
  fields("payment", "Sender and bank", ["sender", "iban"]),
  grid("debtors", "Debtors", debtor, "company"),
])]);

export const contactpointForm = form(contactpoint, [tab("general", "General", [
  fields("address", "Address", ["name", "debtor", "channel", "purpose", "primary", "bounced", "invalid", "ownerid", "statuscode"]),
])]);

export const invoiceForm = form(invoice, [tab("general", "General", [
  fields("document", "Document", ["name", "kind", "company", "debtor", "issuedon", "total", "transactioncurrencyid", "statuscode"]),
  grid("openitems", "Open items", openitem, "invoice"),
])]);

export const openitemForm = form(openitem, [
  tab("general", "General", [
    fields("document", "Document", ["name", "instalment", "debtor", "company", "invoice", "issuedon"]),
    fields("amount", "Amount and due date", ["amount", "openamount", "transactioncurrencyid", "duedate", "originalduedate", "paymenttype", "settledon", "returnedreason", "statuscode"]),
    fields("dunning", "Dunning", ["strategy", "level", "cycle", "attempts", "laststep", "lastactionon", "deadline", "nextstep", "nextactionon", "stagestolegal", "reason"]),
  ]),
  tab("history", "History", [
    grid("allocations", "Payments applied", allocation, "openitem"),
    grid("reminders", "Reminders", communicationline, "openitem"),
    grid("charges", "Charges", charge, "openitem"),
    grid("disputes", "Disputes", dispute, "openitem"),
  ]),
]);

export const paymentForm = form(payment, [tab("general", "General", [
  fields("receipt", "Receipt", ["name", "debtor", "company", "openitem", "collectioncase", "valuedate", "bookedon"]),
  fields("amount", "Amount", ["amount", "unapplied", "transactioncurrencyid", "statuscode"]),
  fields("note", "Note", ["note"], 1),
  grid("allocations", "Applied to", allocation, "payment"),
])]);

export const allocationForm = form(allocation, [tab("general", "General", [
  fields("allocation", "Allocation", ["name", "payment", "openitem", "debtor", "amount", "transactioncurrencyid", "bookedon"]),
])]);
