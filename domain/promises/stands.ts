import type { Day } from "../calendar/day";
import { isPositive, type Money } from "../money/money";
import { bookedWithin, total, type Counted } from "../receivables/takenback";
import { isKept, lastDayOf, type Measure } from "./judge";
import type { OpenPromise, PromiseState } from "./promise";

/** What a night found. */
export interface FoundKept { readonly state: Extract<PromiseState, "kept" | "partlyKept">; readonly judgedOn: Day }

const ranks = { broken: 0, partlyKept: 1, kept: 2 } as const;

const rankOf = (paid: Money, promise: OpenPromise, share: bigint): number => {
  if (!isPositive(paid)) return ranks.broken;
  return isKept(paid, promise, share) ? ranks.kept : ranks.partlyKept;
};

const valueOf = ({ valueOn, bookedOn }: Counted): Day => valueOn ?? bookedOn;

/**
 * Whether a promise that was found kept, wholly or in part, stands when money is taken back: it does where none of that money was among what kept it, or where what is left keeps it as well.
 * One that the company allowed more days when it was judged is reckoned with those; one that no money explains was closed by a person, and stands.
 */
export function promiseStands(promise: OpenPromise, { state, judgedOn }: FoundKept, moneys: readonly Counted[], measure: Measure): boolean {
  const { amount: { currency }, takenOn } = promise;
  const rank = (last: Day, counts: (money: Counted) => boolean): number =>
    rankOf(total(moneys, currency, (money) => bookedWithin(money, takenOn) && valueOf(money) <= last && counts(money)), promise, measure.terms.keptShare);
  const known = (money: Counted): boolean => bookedWithin(money, takenOn, judgedOn);
  const inTime = lastDayOf(promise, measure);
  const later = moneys.filter(known).map(valueOf).filter((day) => day > inTime).sort();
  const last = [inTime, ...later].find((day) => rank(day, known) >= ranks[state]);
  if (last === undefined || !moneys.some((money) => money.takenBack && known(money) && valueOf(money) <= last)) return true;
  return rank(last, ({ takenBack }) => !takenBack) >= ranks[state];
}
