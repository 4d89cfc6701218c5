import { addMonths } from "../calendar/months";
import type { Day } from "../calendar/day";
import { fault, type Fault } from "../messages/fault";
import { allocate } from "../money/allocate";
import { moneyText } from "../money/decimal";
import { compare, isPositive, type Money } from "../money/money";
import type { Instalment, PlanLimits } from "./plan";

/** What is asked for. */
export interface PlanWish {
  readonly amount: Money;
  readonly count: number;
  readonly firstOn: Day;
  readonly takenOn: Day;
  /** Months from instalment to instalment. */
  readonly months: number;
  /** null = no kind of plan was named. */
  readonly limits: PlanLimits | null;
}

/** Longest plan, whatever its kind. */
const mostInstalments = 120;

function refusal({ amount, count, firstOn, takenOn, limits }: PlanWish): Fault | null {
  const most = limits?.most ?? mostInstalments;
  if (!isPositive(amount)) return fault("DULY-PLAN-001", { amount: moneyText(amount) });
  if (count < 1 || count > most) return fault("DULY-PLAN-002", { count, most, template: limits?.name ?? "–" });
  return firstOn < takenOn ? fault("DULY-PLAN-003", { day: firstOn, takenOn }) : null;
}

/**
 * Splits an amount into instalments that add up to it, months apart; what does not divide goes to the first ones.
 * Refuses more instalments than the kind of plan allows, smaller ones, and days before the plan was agreed.
 */
export function proposePlan(wish: PlanWish): readonly Instalment[] | Fault {
  const refused = refusal(wish);
  if (refused !== null) return refused;
  const amounts = allocate(wish.amount, Array.from({ length: wish.count }, () => 1n));
  const least = wish.limits?.least ?? null;
  const small = amounts.find((amount) => !isPositive(amount) || (least !== null && compare(amount, least) < 0));
  if (small !== undefined) return fault("DULY-PLAN-004", { amount: moneyText(small), least: least === null ? "–" : moneyText(least), template: wish.limits?.name ?? "–" });
  return amounts.map((amount, index) => ({ amount, dueOn: addMonths(wish.firstOn, index * wish.months) }));
}
