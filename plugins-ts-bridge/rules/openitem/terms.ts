import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { toDay } from "../../rows/debtor";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

const termsQuery = (debtorId: string) => from("duly_debtor").select("duly_termsdays")
  .join({ table: "duly_segment", from: "duly_segmentid", to: "duly_segment", alias: "segment", select: ["duly_termsdays"], outer: true })
  .where(["duly_debtorid", "eq", debtorId]);

/** Due date of an item that was issued without one: its day of issue plus the days agreed with the debtor, else those usual in its segment; null when neither is known. Source: cases.md A-21. */
export function* dueByTerms(debtorId: string | undefined, issuedOn: string | null | undefined): Reading<Day | null> {
  const issued = toDay(issuedOn ?? null);
  if (debtorId === undefined || issued === null) return null;
  const [debtor] = yield* read(termsQuery(debtorId));
  const days = debtor?.duly_termsdays ?? debtor?.["segment.duly_termsdays"] ?? null;
  return days === null ? null : addDays(issued, days);
}
