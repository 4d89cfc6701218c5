import type { Day } from "../calendar/day";
import type { Channel } from "../contactpoints/contactpoint";
import { stop } from "../messages/fault";

/** An amount in ten-thousandths of the company's currency: finer than its smallest unit. */
export type Cost = bigint;

const decimals = 4;

/** Reads a cost ("420", "20.5", at most four decimals, not negative); null when it is none. */
export function parseCost(text: string): Cost | null {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d{1,10}))?$/.exec(text) ?? [];
  if (whole === undefined || /[1-9]/.test(fraction.slice(decimals))) return null;
  return BigInt(`${whole}${fraction.slice(0, decimals).padEnd(decimals, "0")}`);
}

/** "420.0000" */
export function costText(cost: Cost): string {
  const digits = String(cost).padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** What one message or call costs from a day on, until the next rate of its channel. */
export interface CostRate {
  readonly name: string;
  readonly channel: Channel;
  readonly validFrom: Day;
  /** null = the row holds no cost. */
  readonly amount: Cost | null;
  /** An SMS of several segments costs as many times. */
  readonly perSegment: boolean;
}

/** What a message costs by the rate of its channel and day; null when none is known. Stops when the rate has no amount. */
export function costOf({ channel, day, segments }: { readonly channel: Channel; readonly day: Day; readonly segments: number }, rates: readonly CostRate[]): Cost | null {
  const [rate] = rates.filter((one) => one.channel === channel && one.validFrom <= day).sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1));
  if (rate === undefined) return null;
  const amount = rate.amount ?? stop("DULY-COST-003", { row: rate.name });
  return rate.perSegment ? amount * BigInt(segments) : amount;
}
