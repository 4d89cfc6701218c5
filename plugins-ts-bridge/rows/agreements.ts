import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import type { Dispute } from "#domain/disputes/dispute";
import type { Hold } from "#domain/holds/hold";
import { stop } from "#domain/messages/fault";
import type { OpenPromise } from "#domain/promises/promise";
import { promiseStatus } from "#solution/generated/names";
import { from } from "../sdk/query";
import { holdCountingOf } from "./codes";
import { toMoney, type Currencies } from "./currencies";
import { toDay } from "./debtor";

/** Days for which the debtor is told of a promise that was found broken. */
const toldWithin = 7;

/** Promises of debtors that are open, or that were found broken lately and not told; one row for each item that they cover. */
export const promiseQuery = (debtorIds: readonly string[], asOf: Day) => from("duly_promise")
  .select("duly_promiseid", "duly_debtor", "duly_name", "duly_amount", "duly_takenon", "duly_promisedate", "statecode", "transactioncurrencyid")
  .join({ table: "duly_promiseline", from: "duly_promise", to: "duly_promiseid", alias: "line", select: ["duly_openitem"], outer: true })
  .where(
    ["duly_debtor", "in", debtorIds], ["statuscode", "in", [promiseStatus.open, promiseStatus.broken]],
    { any: [["statecode", "eq", 0], ["duly_signalledon", "null"]] }, { any: [["statecode", "eq", 0], ["duly_judgedon", "ge", addDays(asOf, -toldWithin)]] },
  );
export type PromiseLineRow = ReturnType<typeof promiseQuery>["row"];

/** Disputes of debtors that are open on a day or later. */
export const disputeQuery = (debtorIds: readonly string[], asOf: Day) => from("duly_dispute")
  .select("duly_disputeid", "duly_name", "duly_debtor", "duly_openitem", "duly_openedon", "duly_resolvedon", "statecode")
  .where(["duly_debtor", "in", debtorIds], { any: [["duly_resolvedon", "gt", asOf], ["duly_resolvedon", "null"]] });
export type DisputeColumns = ReturnType<typeof disputeQuery>["row"];

/** Holds of debtors, also those that are over: a ladder may not count their days. */
export const holdQuery = (debtorIds: readonly string[]) => from("duly_hold")
  .select("duly_holdid", "duly_name", "duly_debtor", "duly_openitem", "duly_startson", "duly_endson", "duly_counting", "statecode").where(["duly_debtor", "in", debtorIds]);
export type HoldColumns = ReturnType<typeof holdQuery>["row"];

/** Rows of one promise as one promise. */
export function toPromise(rows: readonly PromiseLineRow[], currencies: Currencies): OpenPromise | null {
  const [row] = rows;
  const [takenOn, promisedOn] = [toDay(row?.duly_takenon ?? null), toDay(row?.duly_promisedate ?? null)];
  if (row === undefined || takenOn === null || promisedOn === null) return null;
  return {
    id: row.duly_promiseid, takenOn, promisedOn,
    amount: toMoney(row.duly_amount, row.transactioncurrencyid, { currencies, row: `duly_promise ${row.duly_name ?? row.duly_promiseid}`, column: "duly_amount" }),
    itemIds: rows.flatMap((each) => each["line.duly_openitem"]?.id ?? []),
  };
}

/** A dispute that was closed without a day of resolution is over for good. */
export function toDispute(row: DisputeColumns): Dispute | null {
  if (row.duly_resolvedon === null && row.statecode !== 0) return null;
  const openedOn = toDay(row.duly_openedon) ?? stop("DULY-DAY-002", { table: "duly_dispute", row: row.duly_name ?? row.duly_disputeid, column: "duly_openedon" });
  return { itemId: row.duly_openitem?.id ?? "", openedOn, resolvedOn: toDay(row.duly_resolvedon) };
}

/** A hold that was ended without a last day is over for good. */
export function toHold(row: HoldColumns, holdsPause: boolean): Hold | null {
  if (row.duly_endson === null && row.statecode !== 0) return null;
  const startsOn = toDay(row.duly_startson) ?? stop("DULY-DAY-002", { table: "duly_hold", row: row.duly_name ?? row.duly_holdid, column: "duly_startson" });
  return { itemId: row.duly_openitem?.id ?? null, startsOn, endsOn: toDay(row.duly_endson), pauses: row.duly_counting === null ? holdsPause : holdCountingOf(row.duly_counting) === "pause" };
}
