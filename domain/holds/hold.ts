import type { Day } from "../calendar/day";

/** A dated exclusion from dunning. */
export interface Hold {
  /** null = every item of the debtor. */
  readonly itemId: string | null;
  readonly startsOn: Day;
  /** Last day, included; null = until it is ended. */
  readonly endsOn: Day | null;
  /** The ladder does not count its days. */
  readonly pauses: boolean;
}

const covers = (hold: Hold, itemId: string, day: Day): boolean =>
  (hold.itemId === null || hold.itemId === itemId) && hold.startsOn <= day && (hold.endsOn === null || hold.endsOn >= day);

const end = (hold: Hold): string => hold.endsOn ?? "9999-12-31";

const lastsLonger = (one: Hold, other: Hold): boolean => end(one) > end(other) || (end(one) === end(other) && one.startsOn < other.startsOn);

/** The hold that protects an item on a day, the one that lasts longest, of equals the elder; null when there is none. */
export const holdOn = (holds: readonly Hold[], itemId: string, day: Day): Hold | null =>
  holds.filter((one) => covers(one, itemId, day))
    .reduce<Hold | null>((longest, one) => (longest === null || lastsLonger(one, longest) ? one : longest), null);

/** A hold does not protect on a day or later; one that was ended without a last day is over for good. */
export const isOver = ({ endsOn, ended }: { readonly endsOn: Day | null; readonly ended: boolean }, day: Day): boolean => (endsOn === null ? ended : endsOn < day);
