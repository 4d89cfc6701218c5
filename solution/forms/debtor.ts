import { type ControlSection, fields, form, grid, tab } from "../model/form";
import { debtor, contactpoint, invoice, openitem, payment } from "../schema/ledger";
import { communication, dispute, hold, promise } from "../schema/work";

type DebtorColumn = keyof typeof debtor.columns;

const control = (key: string, label: string, name: string, column: DebtorColumn): ControlSection =>
  ({ kind: "control", key, label, control: name, column, property: "debtor" });

const summary = tab("summary", "Summary", [
  fields("customer", "Customer", ["name", "number", "company", "kind", "account", "contact", "country", "language"]),
  fields("treatment", "Treatment", ["creditclass", "segment", "strategy", "preferredchannel", "ownerid", "statuscode"]),
  fields("dunning", "Dunning", ["level", "lastactionon", "nextactionon"]),
  grid("contactpoints", "Contact points", contactpoint, "debtor"),
]);

const collections = tab("collections", "Collections", [
  control("timeline", "Timeline", "duly_Duly.CollectionTimeline", "number"),
  control("promise", "Promise to pay", "duly_Duly.PromiseToPay", "name"),
  grid("openitems", "Open items", openitem, "debtor"),
  grid("promises", "Promises", promise, "debtor"),
  grid("disputes", "Disputes", dispute, "debtor"),
  grid("holds", "Holds", hold, "debtor"),
  grid("communications", "Communications", communication, "debtor"),
]);

const ledger = tab("ledger", "Ledger", [
  grid("invoices", "Invoices", invoice, "debtor"),
  grid("payments", "Payments", payment, "debtor"),
]);

export const debtorForm = form(debtor, [summary, collections, ledger], { library: "duly_/forms/debtor.js", onLoad: "Duly.DebtorForm.onLoad" });
