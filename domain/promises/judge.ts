import { addDays } from "../calendar/arithmetic";
import { addBusinessDays, type Calendar } from "../calendar/business";
import { earlier, type Day } from "../calendar/day";
import type { Terms } from "../dunning/terms";
import { isPositive, sum, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { openOn, paidBetween } from "../receivables/open";
import type { OpenPromise, PromiseState } from "./promise";

/** What is said of a promise as of a day. */
export interface Judgement {
  readonly state: PromiseState;
  /** Booked on its items from the day it was taken to the last day in time, as far as the day of the decision knows. */
  readonly paid: Money;
}

/** By which terms and business days promises are judged. */
export interface Measure {
  readonly terms: Pick<Terms, "keptShare" | "promiseGraceDays">;
  readonly calendar: Calendar;
}

/** Last day on which a payment is in time: the promised day and the grace in business days. */
export const lastDayOf = ({ promisedOn }: Pick<OpenPromise, "promisedOn">, { terms, calendar }: Measure): Day =>
  addBusinessDays(promisedOn, terms.promiseGraceDays, calendar);

/** The day from which a promise that was not kept is broken. */
export const judgedFrom = (promise: Pick<OpenPromise, "promisedOn">, measure: Measure): Day => addDays(lastDayOf(promise, measure), 1);

/** Compared without dividing: paid/amount >= share/10000. */
const isKept = (paid: Money, { amount }: OpenPromise, share: bigint): boolean => paid.minor * 10_000n >= share * amount.minor;

/**
 * Judges a promise: kept as soon as enough of its amount is booked; open up to and including the last day in time; then partly kept or broken.
 * What was booked on the day of the promise itself may have been there before it: it makes a promise kept early only where nothing is left to pay.
 */
export function judge(promise: OpenPromise, items: readonly OpenItem[], measure: Measure & { readonly asOf: Day }): Judgement {
  const { asOf, terms } = measure;
  const last = lastDayOf(promise, measure);
  const own = items.filter((item) => promise.itemIds.includes(item.id) && item.openAmount.currency.code === promise.amount.currency.code);
  const paid = sum(own.map((item) => paidBetween(item, promise.takenOn, earlier(asOf, last))), promise.amount.currency);
  const settled = asOf > last || own.every((item) => !isPositive(openOn(item, asOf)));
  const counted = settled ? paid : sum(own.map((item) => paidBetween(item, addDays(promise.takenOn, 1), asOf)), promise.amount.currency);
  if (isPositive(counted) && isKept(counted, promise, terms.keptShare)) return { state: "kept", paid };
  if (asOf <= last) return { state: "open", paid };
  return { state: isPositive(paid) ? "partlyKept" : "broken", paid };
}
