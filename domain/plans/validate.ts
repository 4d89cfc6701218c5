import type { Day } from "../calendar/day";
import { fault, type Fault } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { compare, sum, type Money } from "../money/money";
import type { Instalment, PlanLimits } from "./plan";
import { proposePlan } from "./propose";

/** An open item that a plan wants to cover. */
export interface Plannable {
  readonly id: string;
  readonly name: string;
  readonly open: Money;
  /** An open plan covers it already. */
  readonly planned: boolean;
}

/** A plan as it is agreed. `items` are open items of the debtor in one currency, at least one. */
export interface PlanDraft {
  /** null = everything that is open on the items. */
  readonly amount: Money | null;
  readonly count: number;
  readonly firstOn: Day;
  readonly takenOn: Day;
  /** Months from instalment to instalment; null = as the kind of plan says, else one. */
  readonly months: number | null;
  readonly limits: PlanLimits | null;
  readonly items: readonly [Plannable, ...Plannable[]];
}

export interface AgreedPlan { readonly amount: Money; readonly months: number; readonly instalments: readonly Instalment[] }

/** Checks a plan before it is stored; gives its amount and its instalments, which add up to it. */
export function validatePlan({ items, months, limits, amount: wanted, ...draft }: PlanDraft): AgreedPlan | Fault {
  const planned = items.find((item) => item.planned);
  if (planned !== undefined) return fault("DULY-PLAN-006", { item: planned.name });
  const open = sum(items.map((item) => item.open), items[0].open.currency);
  const amount = wanted ?? open;
  if (compare(amount, open) > 0) return fault("DULY-PLAN-007", { amount: moneyText(amount), open: moneyText(open) });
  const apart = months ?? limits?.months ?? 1;
  const instalments = proposePlan({ ...draft, amount, months: apart, limits });
  return "code" in instalments ? instalments : { amount, months: apart, instalments };
}
