import type { Day } from "../calendar/day";

/** A complaint about an item, open from one day until the day before it counts as resolved. */
export interface Dispute {
  readonly itemId: string;
  readonly openedOn: Day;
  /** Day from which the item is undisputed again; null = not resolved. */
  readonly resolvedOn: Day | null;
}

const covers = (dispute: Dispute, day: Day): boolean =>
  dispute.openedOn <= day && (dispute.resolvedOn === null || dispute.resolvedOn > day);

const end = (dispute: Dispute): string => dispute.resolvedOn ?? "9999-12-31";

const lastsLonger = (one: Dispute, other: Dispute): boolean => end(one) > end(other) || (end(one) === end(other) && one.openedOn < other.openedOn);

/** The dispute that keeps an item from being reminded on a day, the one that lasts longest, of equals the elder; null when there is none. */
export const disputeOn = (disputes: readonly Dispute[], itemId: string, day: Day): Dispute | null =>
  disputes.filter((one) => one.itemId === itemId && covers(one, day))
    .reduce<Dispute | null>((longest, one) => (longest === null || lastsLonger(one, longest) ? one : longest), null);

/** A dispute does not protect its item any more from a day on; one that was closed without a day of resolution is over for good. */
export const isOver = ({ resolvedOn, closed }: { readonly resolvedOn: Day | null; readonly closed: boolean }, day: Day): boolean => (resolvedOn === null ? closed : resolvedOn <= day);
