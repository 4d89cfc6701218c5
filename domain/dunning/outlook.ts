import type { Day } from "../calendar/day";

/** What comes next for an item, or for a debtor as a whole. */
export interface Outlook {
  /** Day of the next step of an item; day on which a debtor is looked at again. null = none. */
  readonly nextActionOn: Day | null;
  readonly nextStepId: string | null;
  /** Steps up to and including the legal step; null = the strategy has none. */
  readonly stagesToLegal: number | null;
}

export const noOutlook: Outlook = { nextActionOn: null, nextStepId: null, stagesToLegal: null };

export const sameOutlook = (left: Outlook, right: Outlook): boolean =>
  left.nextActionOn === right.nextActionOn && left.nextStepId === right.nextStepId && left.stagesToLegal === right.stagesToLegal;
