import { invalidTemplate, notSupported } from "../error";
import { durationMs } from "../expression/time/span";
import { isObject, type FlowValue } from "../expression/value";
import { textAt } from "../definition/json";

export interface RetryPolicy {
  readonly count: number;
  /** Milliseconds to wait on the run's clock before attempt `tries` + 2. */
  intervalMs(tries: number): number;
}

/** What the platform does when a flow says nothing. */
const STANDARD: RetryPolicy = exponential(8, 7_000);

/** Reads `inputs.retryPolicy`: none, fixed or exponential. Throws FlowError. */
export function readRetryPolicy(source: FlowValue | undefined): RetryPolicy {
  if (source === undefined || !isObject(source)) return STANDARD;
  const type = (textAt(source, "type") ?? "").toLowerCase();
  if (type === "none") return { count: 0, intervalMs: () => 0 };
  const interval = durationMs(textAt(source, "interval") ?? "PT7S");
  const count = Number(source["count"] ?? 4);
  if (interval === null || !Number.isInteger(count) || count < 1 || count > 90) throw invalidTemplate("a retry policy needs a count from 1 to 90 and an ISO 8601 interval.");
  if (type === "fixed") return { count, intervalMs: () => interval };
  if (type === "exponential" || type === "") return exponential(count, interval);
  throw notSupported("Retry policy", type);
}

/** Doubling intervals, a day at most. The platform spreads them at random; here they are exact, so that runs repeat. */
function exponential(count: number, intervalMs: number): RetryPolicy {
  return { count, intervalMs: (tries) => Math.min(intervalMs * 2 ** tries, 86_400_000) };
}
