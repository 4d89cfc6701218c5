import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import type { OpenItem } from "../receivables/item";
import type { Figures } from "./figures";
import { compareSeverity, type Severity } from "./severity";

/** Why a delinquency ended. */
export type Leaving = "paid" | "cancelled" | "rescheduled";

/** A change of a debtor's delinquency. */
export type DelinquencyChange =
  | { readonly change: "entered"; readonly enteredOn: Day; readonly severity: Severity }
  | { readonly change: "risen"; readonly severity: Severity }
  | { readonly change: "left"; readonly reason: Leaving };

const ended = (item: OpenItem, asOf: Day): Leaving | null => {
  if (item.dueOn === null) return null;
  if (item.status === "cancelled" || item.status === "writtenOff" || item.document.status !== "posted") return item.dueOn < asOf ? "cancelled" : null;
  return item.status === "rescheduled" && item.dueOn >= asOf ? "rescheduled" : null;
};

/** Paid, unless an item was cancelled or got a later due date. */
const leaving = (items: readonly OpenItem[], asOf: Day): Leaving => items.map((item) => ended(item, asOf)).find((one) => one !== null) ?? "paid";

/** What changed since the last decision: a debtor is delinquent from the first day past due until nothing is overdue any more. */
export function delinquencyChange(before: Severity | null, now: Figures, items: readonly OpenItem[], asOf: Day): DelinquencyChange | null {
  if (now.severity === null) return before === null ? null : { change: "left", reason: leaving(items, asOf) };
  if (before === null) return { change: "entered", enteredOn: addDays(now.oldestDueOn ?? asOf, 1), severity: now.severity };
  return compareSeverity(now.severity, before) > 0 ? { change: "risen", severity: now.severity } : null;
}
