import { earlier, type Day } from "../calendar/day";
import { compare, isPositive, sum, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { paidBetween } from "../receivables/open";
import type { OpenPromise, PromiseState } from "./promise";

/** What is said of a promise as of a day. */
export interface Judgement {
  readonly state: PromiseState;
  /** Booked on its items from the day it was taken to the promised day, as far as the day of the decision knows. */
  readonly paid: Money;
}

function stateOf(promise: OpenPromise, paid: Money, asOf: Day): PromiseState {
  if (compare(paid, promise.amount) >= 0) return "kept";
  if (asOf <= promise.promisedOn) return "open";
  return isPositive(paid) ? "partlyKept" : "broken";
}

/** Judges a promise: kept as soon as its amount is booked; open up to and including the promised day; then partly kept or broken. */
export function judge(promise: OpenPromise, items: readonly OpenItem[], asOf: Day): Judgement {
  const own = items.filter((item) => promise.itemIds.includes(item.id) && item.openAmount.currency.code === promise.amount.currency.code);
  const until = earlier(asOf, promise.promisedOn);
  const paid = sum(own.map((item) => paidBetween(item, promise.takenOn, until)), promise.amount.currency);
  return { state: stateOf(promise, paid, asOf), paid };
}
