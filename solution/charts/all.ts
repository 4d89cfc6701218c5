import { type Chart, chart } from "../model/chart";
import { dispute } from "../schema/disputes";
import { openitem } from "../schema/ledger";
import { communication, promise } from "../schema/work";

export const itemsByLevel = chart(openitem, {
  key: "itemsbylevel", label: "Open items by level", help: "How many open items have reached which level; 0 = not reminded yet.", by: "level", measure: "count",
});

export const amountByLevel = chart(openitem, {
  key: "amountbylevel", label: "Open amount by level", help: "How much is open at which level, in the organisation's currency.", by: "level", measure: { sum: "openamount" },
});

export const communicationsByStatus = chart(communication, {
  key: "communicationsbystatus", label: "Communications by status", help: "How many messages are planned, sent, failed or suppressed.", by: "statuscode", measure: "count",
});

export const promisesByStatus = chart(promise, {
  key: "promisesbystatus", label: "Promises by status", help: "How many promises are open, kept or broken.", by: "statuscode", measure: "count",
});

export const disputesByReason = chart(dispute, {
  key: "disputesbyreason", label: "Disputes by reason", help: "What debtors complain about, by number of disputes.", by: "disputereason", measure: "count",
});

/** Every chart of the solution. */
export const charts: readonly Chart[] = [itemsByLevel, amountByLevel, communicationsByStatus, promisesByStatus, disputesByReason];
