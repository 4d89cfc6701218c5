import { addDays } from "../calendar/arithmetic";
import { addBusinessDays, type Calendar } from "../calendar/business";
import type { Day } from "../calendar/day";
import type { Terms } from "../dunning/terms";
import { isPositive, sum, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { openOn } from "../receivables/open";
import type { OpenPromise, PromiseState } from "./promise";

/** What is said of a promise as of a day. */
export interface Judgement {
  readonly state: PromiseState;
  /** Paid on its items since it was taken, with a value date up to the last day in time, as far as it is booked on the day of the decision. */
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
export const isKept = (paid: Money, { amount }: OpenPromise, share: bigint): boolean => paid.minor * 10_000n >= share * amount.minor;

/** Booked from a day to the day of the decision (cases.md A-31), with a value date up to the last day in time (rules.md, promise-kept rate). */
const paidInTime = ({ allocations, openAmount }: OpenItem, from: Day, { asOf, last }: { readonly asOf: Day; readonly last: Day }): Money =>
  sum(allocations.filter(({ bookedOn, valueOn }) => bookedOn >= from && bookedOn <= asOf && (valueOn ?? bookedOn) <= last).map((one) => one.amount), openAmount.currency);

/**
 * Judges a promise: kept as soon as enough of its amount is booked in time; open up to and including the last day in time; then partly kept or broken.
 * What was booked on the day of the promise itself may have been there before it: it makes a promise kept early only where nothing is left to pay.
 */
export function judge(promise: OpenPromise, items: readonly OpenItem[], measure: Measure & { readonly asOf: Day }): Judgement {
  const { asOf, terms } = measure;
  const last = lastDayOf(promise, measure);
  const own = items.filter((item) => promise.itemIds.includes(item.id) && item.openAmount.currency.code === promise.amount.currency.code);
  const paid = sum(own.map((item) => paidInTime(item, promise.takenOn, { asOf, last })), promise.amount.currency);
  const settled = asOf > last || own.every((item) => !isPositive(openOn(item, asOf)));
  const counted = settled ? paid : sum(own.map((item) => paidInTime(item, addDays(promise.takenOn, 1), { asOf, last })), promise.amount.currency);
  if (isPositive(counted) && isKept(counted, promise, terms.keptShare)) return { state: "kept", paid };
  if (asOf <= last) return { state: "open", paid };
  return { state: isPositive(paid) ? "partlyKept" : "broken", paid };
}
