import type { Day } from "../calendar/day";
import type { Fault, Parameters } from "../messages/fault";
import type { OpenItem } from "../receivables/item";
import type { Line } from "./actions";
import { noOutlook, type Outlook } from "./outlook";
import type { ReasonCode } from "./reasons";

/** What was found about one item. */
export interface Verdict {
  readonly item: OpenItem;
  readonly reason: ReasonCode;
  readonly compared: Parameters;
  /** What comes next; the day is null while it is not known. */
  readonly outlook: Outlook;
  /** First day on which the reason can change by itself; null = only when something happens. */
  readonly changeOn: Day | null;
  /** Given when the item is to be reminded about today. */
  readonly line: Line | null;
  readonly fault: Fault | null;
  /** Level that the item falls back to: on the debtor's ladder, when its oldest item no longer gives reason for more. null = it stays. */
  readonly level: number | null;
}

type Parts = Pick<Verdict, "reason"> & Partial<Omit<Verdict, "item" | "reason">>;

/** A verdict with what is usual: nothing compared, no outlook, no line, no fault. */
export const verdict = (item: OpenItem, parts: Parts): Verdict =>
  ({ item, compared: {}, outlook: noOutlook, changeOn: null, line: null, fault: null, level: null, ...parts });
