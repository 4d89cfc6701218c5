import type { Day } from "../calendar/day";
import type { Money } from "../money/money";

export type PlanState = "open" | "kept" | "broken";

/** One payment of a repayment plan. */
export interface Instalment {
  /** Last day on which it is in time, but for the company's grace. */
  readonly dueOn: Day;
  readonly amount: Money;
}

/** A repayment plan that was not judged yet. */
export interface OpenPlan {
  readonly id: string;
  readonly takenOn: Day;
  /** In the order of their days. */
  readonly instalments: readonly Instalment[];
  readonly itemIds: readonly string[];
}

/** Limits of a kind of plan. */
export interface PlanLimits {
  readonly name: string;
  readonly most: number;
  /** Months from instalment to instalment. */
  readonly months: number;
  /** null = any. */
  readonly least: Money | null;
}
