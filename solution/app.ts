import { collectorDashboard, managerDashboard } from "./dashboards/all";
import type { App } from "./model/app";
import { alert, alertrule } from "./schema/alerts";
import { calendar } from "./schema/calendars";
import { budget, charge, costrate, dailyrate, interestrate, interestrule } from "./schema/charges";
import { collectioncase } from "./schema/cases";
import { collector, contactrule, optout } from "./schema/contacts";
import { department, dispute, disputereason, disputetask } from "./schema/disputes";
import { allocation, company, contactpoint, debtor, invoice, openitem, payment } from "./schema/ledger";
import { plan, plantemplate } from "./schema/plans";
import { creditclass, customchannel, paymenttype, segment, strategy, strategystep, template, templatetext } from "./schema/policy";
import { delinquency, segmentmembership } from "./schema/segments";
import { communication, hold, promise, run } from "./schema/work";

export const app: App = {
  uniqueName: "duly_collections", label: "Duly Collections",
  help: "Debtors, open items and what is done about them.",
  areas: [
    { key: "collections", label: "Collections", groups: [
      { key: "worklist", label: "Worklist", dashboards: [collectorDashboard], tables: [debtor, openitem, alert] },
      { key: "agreements", label: "Agreements", tables: [promise, plan, hold, optout, collectioncase] },
      { key: "disputes", label: "Disputes", tables: [dispute, disputetask] },
      { key: "messages", label: "Messages", tables: [communication] },
    ] },
    { key: "ledger", label: "Ledger", groups: [
      { key: "masterdata", label: "Companies and addresses", tables: [company, contactpoint] },
      { key: "documents", label: "Documents", tables: [invoice, payment, allocation, charge] },
      { key: "history", label: "History", tables: [segmentmembership, delinquency] },
    ] },
    { key: "policy", label: "Policy", groups: [
      { key: "strategies", label: "Strategies", tables: [strategy, strategystep, plantemplate, customchannel] },
      { key: "texts", label: "Texts", tables: [template, templatetext] },
      { key: "classes", label: "Segments and classes", tables: [segment, creditclass, paymenttype] },
      { key: "rules", label: "Calendars and contact rules", tables: [calendar, contactrule, interestrule, interestrate, dailyrate] },
      { key: "disputework", label: "Work on disputes", tables: [disputereason, department] },
      { key: "alerts", label: "Alerts", tables: [alertrule] },
    ] },
    { key: "operations", label: "Operations", groups: [{ key: "nights", label: "Nights", dashboards: [managerDashboard], tables: [run] }, { key: "costs", label: "Costs and people", tables: [costrate, budget, collector] }] },
  ],
  roles: ["collector", "dunning-manager", "dispute-owner", "sales-reader", "administrator", "auditor"],
};
