import { decisionreason } from "#solution/generated/names";
import type { Labels, Reason } from "../labels/labels";

/** What duly_ExplainDecision says of a debtor, as far as the form shows it. */
export interface Explanation {
  /** "2026-11-30"; null = nothing will happen by itself. */
  readonly nextActionOn: string | null;
  /** Number of items by reason, the most frequent first. */
  readonly reasons: readonly { readonly reason: Reason; readonly count: number }[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

const isReason = (code: unknown): code is Reason => typeof code === "string" && code in decisionreason;

/** Reads the JSON of the custom API; throws when it is not an explanation. */
export function readExplanation(json: string): Explanation {
  const read: unknown = JSON.parse(json);
  if (!isRecord(read) || !Array.isArray(read["items"])) throw new Error("The explanation has no items");
  const counts = new Map<Reason, number>();
  for (const item of read["items"] as readonly unknown[]) {
    const code = isRecord(item) ? item["reason"] : undefined;
    if (!isReason(code)) throw new Error(`The explanation has an unknown reason: ${String(code)}`);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const { nextActionOn } = read;
  const reasons = [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { nextActionOn: typeof nextActionOn === "string" ? nextActionOn : null, reasons };
}

/** Items that are over say nothing about what comes next. */
const over: ReadonlySet<Reason> = new Set<Reason>(["paid", "cancelled", "creditNote"]);

/** An explanation in words: next day and what stands in the way of how many items. */
export function explanationText({ nextActionOn, reasons }: Explanation, labels: Labels): string {
  const telling = reasons.filter(({ reason }) => !over.has(reason));
  return labels.nextAction(nextActionOn === null ? null : labels.day(nextActionOn), telling.map(({ reason, count }) => labels.counted(count, labels.reasons[reason])));
}
