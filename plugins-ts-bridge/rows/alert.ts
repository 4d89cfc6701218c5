import type { Alert } from "#domain/alerts/follow";
import type { Day } from "#domain/calendar/day";
import { dayOf } from "../sdk/input";
import { from } from "../sdk/query";
import { alertStateOf } from "./codes";
import { toDay } from "./debtor";

/** Alerts of debtors that still hold, and those that were raised today. */
export const alertQuery = (debtorIds: readonly string[], asOf: Day) => from("duly_alert")
  .select("duly_alertid", "duly_alertrule", "duly_debtor", "duly_dispute", "duly_raisedon", "duly_passedon", "statuscode")
  .where(["duly_debtor", "in", debtorIds], { any: [["duly_passedon", "null"], ["duly_raisedon", "eq", asOf]] });

export const toAlert = (row: ReturnType<typeof alertQuery>["row"]): Alert => ({
  id: row.duly_alertid, ruleId: row.duly_alertrule?.id ?? "", disputeId: row.duly_dispute?.id ?? null,
  raisedOn: dayOf(row.duly_raisedon ?? ""), passedOn: toDay(row.duly_passedon), state: alertStateOf(row.statuscode) ?? "open",
});

/** Disputes of debtors that are not closed and have a deadline, with what their reason says of escalation. */
export const watchedDisputeQuery = (debtorIds: readonly string[]) => from("duly_dispute")
  .select("duly_disputeid", "duly_name", "duly_debtor", "duly_deadline", "ownerid")
  .join({ table: "duly_disputereason", from: "duly_disputereasonid", to: "duly_disputereason", alias: "reason", select: ["duly_escalationdays"], outer: true })
  .where(["duly_debtor", "in", debtorIds], ["statecode", "eq", 0], ["duly_deadline", "not-null"]);
export type WatchedDisputeColumns = ReturnType<typeof watchedDisputeQuery>["row"];

/** What was done about debtors since a day: promises taken and disputes raised; messages and calls are contacts. */
export const promisesSince = (debtorIds: readonly string[], since: Day) =>
  from("duly_promise").select("duly_debtor", "duly_takenon").where(["duly_debtor", "in", debtorIds], ["duly_takenon", "ge", since]);
export const disputesSince = (debtorIds: readonly string[], since: Day) =>
  from("duly_dispute").select("duly_debtor", "duly_openedon").where(["duly_debtor", "in", debtorIds], ["duly_openedon", "ge", since]);
