import { fault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import type { Outcome } from "./outcome";

/** Characters that the log column holds, with room for a last line. */
const longest = 990_000;

/** The error log with further lines; it ends where the column is full. */
export function extendLog(log: string, lines: readonly string[]): string {
  const text = [log, ...lines].filter((line) => line !== "").join("\n");
  return text.length <= longest ? text : `${text.slice(0, longest)}\n…`;
}

const policyChanged = faultText(fault("DULY-RUN-009"));

/** The log with a note when the policy is not the one that the run began with. The next run then looks at every debtor. */
export const notePolicy = (log: string, same: boolean): string => (same ? log : extendLog(log, [policyChanged]));

/** Counts of a page. */
export interface Counts {
  readonly debtors: number;
  readonly communications: number;
  readonly items: number;
  readonly errors: number;
}

const total = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number => outcomes.reduce((sum, outcome) => sum + of(outcome), 0);

export const countsOf = (outcomes: readonly Outcome[]): Counts => ({
  debtors: outcomes.length, communications: total(outcomes, (one) => one.communications), items: total(outcomes, (one) => one.items),
  errors: total(outcomes, (one) => (one.failed ? 1 : 0)),
});

/** JSON of reason -> number of items, with those of further outcomes added. */
export function extendTotals(json: string | null, outcomes: readonly Outcome[]): string {
  const totals = JSON.parse(json ?? "{}") as Record<string, number>;
  for (const reason of outcomes.flatMap((outcome) => outcome.reasons)) totals[reason] = (totals[reason] ?? 0) + 1;
  return JSON.stringify(Object.fromEntries(Object.entries(totals).sort(([left], [right]) => (left < right ? -1 : 1))));
}
