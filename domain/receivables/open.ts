import { daysBetween } from "../calendar/arithmetic";
import { earliest, type Day } from "../calendar/day";
import { add, compare, subtract, sum, type Money } from "../money/money";
import type { ItemStatus, OpenItem } from "./item";

/** What was open at the end of a day: allocations that are booked later do not count yet. */
export function openOn(item: OpenItem, day: Day): Money {
  if (item.allocations.length === 0) return item.openAmount;
  const later = item.allocations.filter((one) => one.bookedOn > day).map((one) => one.amount);
  return later.length === 0 ? item.openAmount : add(item.openAmount, sum(later, item.openAmount.currency));
}

/** What was booked from one day to another, both included. */
export const paidBetween = (item: OpenItem, from: Day, to: Day): Money =>
  sum(item.allocations.filter((one) => one.bookedOn >= from && one.bookedOn <= to).map((one) => one.amount), item.openAmount.currency);

/** First booking after a day; null where there is none. */
export const nextBookingAfter = (item: OpenItem, day: Day): Day | null =>
  earliest(item.allocations.map((one) => (one.bookedOn > day ? one.bookedOn : null)));

/** Day minus due date: above 0 is overdue, the due date itself (0) is not. */
export const daysPastDue = (dueOn: Day, day: Day): number => daysBetween(dueOn, day);

/** Status that follows from amount and open amount. */
export function statusOf(amount: Money, open: Money): Extract<ItemStatus, "open" | "partlyPaid" | "paid"> {
  if (open.minor <= 0n) return "paid";
  return compare(open, amount) < 0 ? "partlyPaid" : "open";
}

/** Status of an item after money was applied or taken back: one that was rescheduled or is in litigation stays so until it is paid. */
export function statusAfter(before: ItemStatus, amount: Money, open: Money): ItemStatus {
  const status = statusOf(amount, open);
  return status !== "paid" && (before === "rescheduled" || before === "inLitigation") ? before : status;
}

/** Open amount after an allocation. */
export const openAfter = (open: Money, allocated: Money): Money => subtract(open, allocated);
