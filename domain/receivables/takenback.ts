import type { Day } from "../calendar/day";
import { sum, type Currency, type Money } from "../money/money";
import type { Allocation } from "./item";

/** Money that was applied to the items of an agreement, as it is before some of it is taken back. */
export interface Counted extends Allocation { readonly takenBack: boolean }

/** Whether money counts for an agreement. */
export type InTime = (money: Counted) => boolean;

/** The sum of the money that counts, in a currency. */
export const total = (moneys: readonly Counted[], currency: Currency, inTime: InTime): Money =>
  sum(moneys.filter((money) => money.amount.currency.code === currency.code && inTime(money)).map(({ amount }) => amount), currency);

/** Booked from one day to another; without an end: up to now. */
export const bookedWithin = ({ bookedOn }: Allocation, from: Day, to?: Day): boolean => bookedOn >= from && (to === undefined || bookedOn <= to);
