import { amountByLevel, communicationsByStatus, disputesByReason, itemsByLevel, promisesByStatus } from "../charts/all";
import { type Dashboard, drawn, list } from "../model/dashboard";
import { debtor, openitem } from "../schema/ledger";
import { communication, promise, run } from "../schema/work";

export const collectorDashboard: Dashboard = {
  key: "collector", label: "My collections", help: "What a collector looks at in the morning: whom to call, what was promised, what is in dispute.",
  parts: [
    list("mydebtors", "My debtors", debtor, "mine"),
    drawn(itemsByLevel, "overdue"),
    list("openpromises", "Promises open", promise, "open"),
    drawn(promisesByStatus, "all"),
    list("overdueitems", "Open items overdue", openitem, "overdue"),
    drawn(disputesByReason, "active"),
  ],
};

export const managerDashboard: Dashboard = {
  key: "manager", label: "Dunning at a glance", help: "What a dunning manager looks at: what is open, what the last nights sent and what failed.",
  parts: [
    drawn(amountByLevel, "overdue"),
    drawn(communicationsByStatus, "latest"),
    list("runs", "Dunning runs", run, "all"),
    list("failedcommunications", "Failed communications", communication, "failed"),
    drawn(promisesByStatus, "all"),
    list("brokenpromises", "Promises broken", promise, "broken"),
  ],
};

/** Every dashboard of the solution. */
export const dashboards: readonly Dashboard[] = [collectorDashboard, managerDashboard];
