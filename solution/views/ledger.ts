import type { ViewFilter } from "../model/view";
import { views } from "../model/view";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "../schema/ledger";

/** Before today on a date-only column; "yesterday" makes up for hosts that count the day in hours. */
const before = <C extends string>(column: C): ViewFilter<C> => ({ any: [{ column, operator: "olderthan-x-days", value: 1 }, { column, operator: "yesterday" }] });

const upToToday = <C extends string>(column: C): ViewFilter<C> =>
  ({ any: [{ column, operator: "olderthan-x-days", value: 1 }, { column, operator: "yesterday" }, { column, operator: "today" }] });

export const companyViews = views(company, {
  cells: [["name", 220], ["code", 80], ["country", 80], ["currencycode", 90], ["strategy", 180]],
  find: ["name", "code"], lookup: [["code", 80]], order: [["name", "asc"]], more: [],
});

export const debtorViews = views(debtor, {
  cells: [["number", 110], ["name", 240], ["company", 150], ["kind", 120], ["level", 80], ["lastactionon", 120], ["nextactionon", 120], ["ownerid", 140]],
  find: ["number", "name"], lookup: [["number", 110], ["company", 150]], order: [["name", "asc"]],
  more: [{
    key: "due", label: "Debtors due for action",
    cells: [["number", 110], ["name", 240], ["company", 150], ["level", 80], ["nextactionon", 120], ["lastactionon", 120], ["ownerid", 140]],
    filter: [{ column: "statecode", operator: "eq", value: 0 }, upToToday("nextactionon")],
    order: [["level", "desc"], ["nextactionon", "asc"]],
  }, {
    key: "mine", label: "My debtors",
    cells: [["number", 110], ["name", 240], ["company", 150], ["level", 80], ["nextactionon", 120], ["lastactionon", 120]],
    filter: [{ column: "statecode", operator: "eq", value: 0 }, { column: "ownerid", operator: "eq-userid" }],
    order: [["nextactionon", "asc"], ["name", "asc"]],
  }],
});

export const contactpointViews = views(contactpoint, {
  cells: [["name", 240], ["debtor", 200], ["channel", 100], ["purpose", 100], ["primary", 80], ["bounced", 80]],
  find: ["name"], lookup: [["debtor", 200], ["channel", 100]], order: [["name", "asc"]],
  more: [{
    key: "bounced", label: "Bounced addresses", cells: [["name", 240], ["debtor", 200], ["channel", 100], ["purpose", 100]],
    filter: [{ column: "statecode", operator: "eq", value: 0 }, { column: "bounced", operator: "eq", value: 1 }], order: [["name", "asc"]],
  }],
});

export const invoiceViews = views(invoice, {
  cells: [["name", 140], ["debtor", 220], ["kind", 110], ["issuedon", 110], ["total", 120], ["statuscode", 110]],
  find: ["name"], lookup: [["debtor", 200], ["issuedon", 110]], order: [["issuedon", "desc"], ["name", "asc"]], more: [],
});

export const openitemViews = views(openitem, {
  cells: [["name", 150], ["debtor", 220], ["duedate", 110], ["amount", 120], ["openamount", 120], ["level", 80], ["nextactionon", 120], ["reason", 160], ["statuscode", 110]],
  find: ["name"], lookup: [["duedate", 110], ["openamount", 120]], order: [["duedate", "asc"], ["name", "asc"]],
  more: [{
    key: "overdue", label: "Open items overdue",
    cells: [["name", 150], ["debtor", 220], ["duedate", 110], ["openamount", 120], ["level", 80], ["lastactionon", 120], ["nextactionon", 120], ["reason", 160]],
    filter: [{ column: "statecode", operator: "eq", value: 0 }, before("duedate")],
    order: [["duedate", "asc"], ["name", "asc"]],
  }, {
    key: "litigation", label: "Open items in litigation",
    cells: [["name", 150], ["debtor", 220], ["duedate", 110], ["amount", 120], ["openamount", 120], ["level", 80], ["lastactionon", 120]],
    filter: [{ column: "statuscode", operator: "eq", value: openitem.statuses.inLitigation.value }], order: [["duedate", "asc"], ["name", "asc"]],
  }],
});

export const paymentViews = views(payment, {
  cells: [["name", 160], ["debtor", 220], ["valuedate", 110], ["amount", 120], ["unapplied", 120], ["statuscode", 110]],
  find: ["name"], lookup: [["debtor", 200], ["amount", 120]], order: [["valuedate", "desc"], ["name", "asc"]],
  more: [{
    key: "unapplied", label: "Payments not fully applied",
    cells: [["name", 160], ["debtor", 220], ["valuedate", 110], ["amount", 120], ["unapplied", 120]],
    filter: [{ column: "statecode", operator: "eq", value: 0 }, { column: "unapplied", operator: "not-null" }, { column: "unapplied", operator: "ne", value: 0 }],
    order: [["valuedate", "asc"], ["name", "asc"]],
  }],
});

export const allocationViews = views(allocation, {
  cells: [["name", 220], ["payment", 160], ["openitem", 160], ["amount", 120], ["bookedon", 110]],
  find: ["name"], lookup: [["amount", 120]], order: [["bookedon", "desc"], ["name", "asc"]], more: [],
});
