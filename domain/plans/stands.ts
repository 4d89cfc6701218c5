import type { Day } from "../calendar/day";
import { compare, sum } from "../money/money";
import { bookedWithin, total, type Counted } from "../receivables/takenback";
import type { OpenPlan } from "./plan";

/** What a night found, and whether anything is open on the items before money is taken back. */
export interface FoundPaid { readonly judgedOn: Day; readonly anyOpen: boolean }

/**
 * Whether a plan that was found kept stands when money is taken back: it does where none of that money had come by the day on which it was judged, or where what is left covers its instalments.
 * One that neither money nor closed items explain was closed by a person, and stands.
 */
export function planStands({ instalments, takenOn }: OpenPlan, { judgedOn, anyOpen }: FoundPaid, moneys: readonly Counted[]): boolean {
  const [first] = instalments;
  if (first === undefined || !moneys.some((money) => money.takenBack && bookedWithin(money, takenOn, judgedOn))) return true;
  const { currency } = first.amount;
  const owed = sum(instalments.map(({ amount }) => amount), currency);
  const covers = (counts: (money: Counted) => boolean): boolean => compare(total(moneys, currency, (money) => bookedWithin(money, takenOn) && counts(money)), owed) >= 0;
  return covers(({ takenBack }) => !takenBack) || (anyOpen && !covers((money) => bookedWithin(money, takenOn, judgedOn)));
}
