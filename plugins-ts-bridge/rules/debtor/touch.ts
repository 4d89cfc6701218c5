import { earlier, type Day } from "#domain/calendar/day";
import type { Reference } from "#solution/generated/names";
import { toDay } from "../../rows/debtor";
import { update, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** Brings forward the day on which debtors are looked at, to the earlier of today and the day from which the event counts. Writes nothing when they are due by then anyway. */
export function* touch(debtors: readonly (Reference | null | undefined)[], { today, from: since }: { readonly today: Day; readonly from: Day | null }): Reading<readonly Effect[]> {
  const ids = [...new Set(debtors.flatMap((debtor) => (debtor == null ? [] : [debtor.id])))];
  if (ids.length === 0) return [];
  const day = since === null ? today : earlier(today, since);
  const rows = yield* read(from("duly_debtor").select("duly_debtorid", "duly_nextactionon").where(["duly_debtorid", "in", ids]));
  return rows.filter((row) => (toDay(row.duly_nextactionon) ?? "9999-12-31") > day)
    .map((row) => update("duly_debtor", row.duly_debtorid, { duly_nextactionon: day }));
}
