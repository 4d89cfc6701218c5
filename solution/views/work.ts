import { views } from "../model/view";
import { channel } from "../schema/choices";
import { communication, communicationline, hold, promise, promiseline, run, runline } from "../schema/work";

export const runViews = views(run, {
  cells: [["name", 220], ["company", 150], ["asof", 110], ["mode", 100], ["debtors", 90], ["items", 90], ["communications", 120], ["errors", 80], ["statuscode", 150]],
  find: ["name"], lookup: [["asof", 110]], order: [["asof", "desc"], ["name", "asc"]], opensWith: "all",
  more: [{
    key: "all", label: "All dunning runs",
    cells: [["name", 220], ["company", 150], ["asof", 110], ["mode", 100], ["debtors", 90], ["items", 90], ["communications", 120], ["errors", 80], ["statuscode", 150]],
    filter: [], order: [["asof", "desc"], ["name", "asc"]],
  }],
});

export const runlineViews = views(runline, {
  cells: [["name", 240], ["run", 200], ["communications", 110], ["items", 80], ["channels", 160], ["amounts", 160], ["reasons", 400]],
  find: ["name"], lookup: [["run", 200]], order: [["name", "asc"]], more: [],
});

export const communicationViews = views(communication, {
  cells: [["name", 260], ["debtor", 200], ["channel", 100], ["level", 80], ["total", 120], ["plannedon", 110], ["senton", 140], ["statuscode", 110], ["resolution", 120]],
  find: ["name", "address"], lookup: [["debtor", 200], ["plannedon", 110]], order: [["plannedon", "desc"], ["name", "asc"]],
  more: [{
    key: "latest", label: "Communications of the latest runs",
    cells: [["run", 200], ["debtor", 200], ["name", 260], ["channel", 100], ["level", 80], ["total", 120], ["statuscode", 110]],
    filter: [{ column: "run", operator: "not-null" }, { any: [{ column: "plannedon", operator: "today" }, { column: "plannedon", operator: "last-seven-days" }] }],
    order: [["plannedon", "desc"], ["level", "desc"]],
  }, {
    key: "approval", label: "Communications awaiting approval",
    cells: [["plannedon", 110], ["debtor", 200], ["name", 260], ["channel", 100], ["level", 80], ["total", 120]],
    filter: [{ column: "statuscode", operator: "eq", value: communication.statuses.awaitingApproval.value }], order: [["plannedon", "asc"]],
  }, {
    key: "calls", label: "Calls to make",
    cells: [["scheduledfor", 140], ["debtor", 200], ["address", 160], ["level", 80], ["total", 120], ["attempts", 80], ["ownerid", 140]],
    filter: [{ column: "statuscode", operator: "eq", value: communication.statuses.ready.value }, { column: "channel", operator: "eq", value: channel.options.phone.value }], order: [["scheduledfor", "asc"]],
  }, {
    key: "unassigned", label: "Calls without a collector",
    cells: [["scheduledfor", 140], ["debtor", 200], ["address", 160], ["level", 80], ["total", 120], ["plannedon", 110], ["ownerid", 140]],
    filter: [{ column: "unassigned", operator: "eq", value: 1 }, { column: "statuscode", operator: "eq", value: communication.statuses.ready.value }], order: [["plannedon", "asc"]],
  }, {
    key: "failed", label: "Failed communications",
    cells: [["plannedon", 110], ["debtor", 200], ["name", 260], ["channel", 100], ["address", 180], ["note", 240]],
    filter: [{ column: "statuscode", operator: "eq", value: communication.statuses.failed.value }], order: [["plannedon", "desc"]],
  }],
});

export const communicationlineViews = views(communicationline, {
  cells: [["name", 180], ["communication", 220], ["openitem", 160], ["level", 80], ["duedate", 110], ["dayspastdue", 100], ["openamount", 120]],
  find: ["name"], lookup: [["communication", 200]], order: [["duedate", "asc"], ["name", "asc"]], more: [],
});

export const promiseViews = views(promise, {
  cells: [["name", 180], ["debtor", 220], ["amount", 120], ["takenon", 110], ["promisedate", 110], ["paidamount", 120], ["statuscode", 110], ["ownerid", 140]],
  find: ["name"], lookup: [["debtor", 200], ["promisedate", 110]], order: [["promisedate", "asc"], ["name", "asc"]],
  more: [{
    key: "all", label: "All promises to pay",
    cells: [["promisedate", 110], ["debtor", 220], ["amount", 120], ["paidamount", 120], ["statuscode", 110], ["ownerid", 140]],
    filter: [], order: [["promisedate", "desc"]],
  }, {
    key: "open", label: "Promises open",
    cells: [["promisedate", 110], ["debtor", 220], ["amount", 120], ["takenon", 110], ["ownerid", 140]],
    filter: [{ column: "statuscode", operator: "eq", value: promise.statuses.open.value }], order: [["promisedate", "asc"]],
  }, {
    key: "broken", label: "Promises broken",
    cells: [["promisedate", 110], ["debtor", 220], ["amount", 120], ["paidamount", 120], ["judgedon", 110], ["ownerid", 140]],
    filter: [{ column: "statuscode", operator: "eq", value: promise.statuses.broken.value }], order: [["judgedon", "desc"]],
  }],
});

export const promiselineViews = views(promiseline, {
  cells: [["name", 180], ["promise", 200], ["openitem", 180], ["openamount", 120]],
  find: ["name"], lookup: [["openitem", 180]], order: [["name", "asc"]], more: [],
});

export const holdViews = views(hold, {
  cells: [["name", 220], ["debtor", 200], ["openitem", 160], ["startson", 110], ["endson", 110], ["statuscode", 110], ["ownerid", 140]],
  find: ["name"], lookup: [["debtor", 200]], order: [["startson", "desc"], ["name", "asc"]], more: [],
});
