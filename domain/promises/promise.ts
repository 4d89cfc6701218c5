import type { Day } from "../calendar/day";
import type { Money } from "../money/money";

export type PromiseState = "open" | "kept" | "partlyKept" | "broken";

/** A debtor's word that was not judged yet. */
export interface OpenPromise {
  readonly id: string;
  readonly amount: Money;
  readonly takenOn: Day;
  /** Last day on which the payment is in time. */
  readonly promisedOn: Day;
  readonly itemIds: readonly string[];
}
