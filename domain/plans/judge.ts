import { addDays } from "../calendar/arithmetic";
import { addBusinessDays, type Calendar } from "../calendar/business";
import type { Day } from "../calendar/day";
import type { Terms } from "../dunning/terms";
import { add, compare, sum, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { openOn, paidBetween } from "../receivables/open";
import type { Instalment, OpenPlan, PlanState } from "./plan";

export interface PlanMeasure {
  readonly asOf: Day;
  readonly terms: Pick<Terms, "planGraceDays">;
  readonly calendar: Calendar;
}

/** What is said of a plan as of a day. */
export interface PlanJudgement {
  readonly state: PlanState;
  /** The instalment that is waited for; null = none is left. */
  readonly next: Instalment | null;
  /** Day on which the plan is looked at again; null = never. */
  readonly changeOn: Day | null;
}

const lastDayOf = ({ dueOn }: Instalment, { terms, calendar }: PlanMeasure): Day => addBusinessDays(dueOn, terms.planGraceDays, calendar);

/** Paid on the items since the plan was agreed, by a day. */
const paidBy = (items: readonly OpenItem[], takenOn: Day, day: Day, { currency }: Money): Money =>
  sum(items.filter((item) => item.openAmount.currency.code === currency.code).map((item) => paidBetween(item, takenOn, day)), currency);

/**
 * Judges a plan, from the day on which it was agreed: kept once nothing is open on its items or all instalments are paid; broken from the day after the grace of an instalment
 * that payments on the items since the agreement do not cover; open otherwise.
 */
export function judgePlan(plan: OpenPlan, items: readonly OpenItem[], measure: PlanMeasure): PlanJudgement {
  const { asOf } = measure;
  if (asOf < plan.takenOn) return { state: "open", next: plan.instalments[0] ?? null, changeOn: plan.takenOn };
  const own = items.filter((item) => plan.itemIds.includes(item.id));
  let owed: Money | null = null;
  for (const instalment of plan.instalments) {
    owed = owed === null ? instalment.amount : add(owed, instalment.amount);
    const last = lastDayOf(instalment, measure);
    const late = asOf > last;
    if (compare(paidBy(own, plan.takenOn, late ? last : asOf, owed), owed) >= 0) continue;
    if (own.length > 0 && own.every((item) => openOn(item, asOf).minor <= 0n)) break;
    return late ? { state: "broken", next: null, changeOn: null } : { state: "open", next: instalment, changeOn: addDays(last, 1) };
  }
  return { state: "kept", next: null, changeOn: null };
}
