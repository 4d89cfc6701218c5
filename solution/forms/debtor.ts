import { type ControlSection, fields, form, grid, tab } from "../model/form";
import { debtor, contactpoint, invoice, openitem, payment } from "../schema/ledger";
import { alert } from "../schema/alerts";
import { collectioncase } from "../schema/cases";
import { charge } from "../schema/charges";
import { optout } from "../schema/contacts";
import { dispute } from "../schema/disputes";
import { plan } from "../schema/plans";
import { delinquency, segmentmembership } from "../schema/segments";
import { communication, hold, promise } from "../schema/work";

type DebtorColumn = keyof typeof debtor.columns;

const control = (key: string, label: string, name: string, column: DebtorColumn): ControlSection =>
  ({ kind: "control", key, label, control: name, column, property: "debtor" });

const summary = tab("summary", "Summary", [
  fields("customer", "Customer", ["name", "number", "company", "kind", "account", "contact", "salutation", "country", "language", "timezone", "calendar", "customersince"]),
  fields("treatment", "Treatment", ["creditclass", "segment", "strategy", "preferredchannel", "termsdays", "collector", "ownerid", "statuscode"]),
  fields("restrictions", "Restrictions", ["vulnerable", "vulnerabilityreason", "insolventon", "manualreview"]),
  fields("dunning", "Dunning", ["level", "nextstep", "stagestolegal", "severity", "lastactionon", "nextactionon"]),
  fields("figures", "Figures", ["openamount", "overdueamount", "oldestduedate", "openitemcount", "unpaidpercent", "creditlimit", "openorders", "exposurepercent", "behaviourscore", "lastorderon", "transactioncurrencyid"]),
  grid("contactpoints", "Contact points", contactpoint, "debtor"),
]);

const collections = tab("collections", "Collections", [
  control("timeline", "Timeline", "duly_Duly.CollectionTimeline", "number"),
  control("promise", "Promise to pay", "duly_Duly.PromiseToPay", "name"),
  grid("openitems", "Open items", openitem, "debtor"),
  grid("promises", "Promises", promise, "debtor"),
  grid("disputes", "Disputes", dispute, "debtor"),
  grid("holds", "Holds", hold, "debtor"),
  grid("plans", "Repayment plans", plan, "debtor"),
  grid("cases", "Collection cases", collectioncase, "debtor"),
  grid("alerts", "Alerts", alert, "debtor"),
  grid("communications", "Communications", communication, "debtor"),
]);

const ledger = tab("ledger", "Ledger", [
  grid("invoices", "Invoices", invoice, "debtor"),
  grid("payments", "Payments", payment, "debtor"),
  grid("charges", "Charges", charge, "debtor"),
]);

const history = tab("history", "History", [
  grid("segments", "Segments", segmentmembership, "debtor"),
  grid("delinquencies", "Delinquencies", delinquency, "debtor"),
  grid("optouts", "Opt-outs", optout, "debtor"),
]);

export const debtorForm = form(debtor, [summary, collections, ledger, history], { library: "duly_/forms/debtor.js", onLoad: "Duly.DebtorForm.onLoad" });
