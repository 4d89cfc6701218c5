import type { Parameters } from "../messages/fault";
import { stop } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { exchange, type Quoted } from "../money/exchange";
import { compare, type Currency, type Money } from "../money/money";
import { recalled } from "../recall";
import type { OpenItem } from "../receivables/item";
import { openOn } from "../receivables/open";
import type { Step } from "../strategies/strategy";
import type { Policy } from "./policy";
import type { ReasonCode } from "./reasons";
import type { World } from "./world";

const quoted = (policy: Policy, { code }: Currency): Quoted => policy.currencies.get(code) ?? stop("DULY-MONEY-005", { row: code });

const known = recalled<Policy, string, Money>();

/** A minimum in the currency of what is compared with it. */
export const minimumIn = (minimum: Money, currency: Currency, policy: Policy): Money =>
  (minimum.currency.code === currency.code ? minimum : known(policy, `${minimum.minor} ${minimum.currency.code} ${currency.code}`, () =>
    exchange(minimum, { from: quoted(policy, minimum.currency), to: quoted(policy, currency) }, "halfUp")));

export interface Shortfall { readonly reason: Extract<ReasonCode, "belowMinimum" | "belowMinimumPercent">; readonly compared: Parameters }

const hundredth = (share: bigint): string => `${share / 100n}.${String(share % 100n).padStart(2, "0")}`;

/** What an item lacks of the minimum amount or percent of a step; null = nothing. */
export function shortfall(item: OpenItem, step: Step, { policy, asOf }: World): Shortfall | null {
  const open = openOn(item, asOf);
  const minimum = step.minimum === null ? null : minimumIn(step.minimum, open.currency, policy);
  if (minimum !== null && compare(open, minimum) < 0) return { reason: "belowMinimum", compared: { minimum: moneyText(minimum) } };
  if (step.minimumShare === null || item.amount.minor <= 0n) return null;
  // Compared without dividing: open/amount < share/10000.
  if (open.minor * 10_000n >= BigInt(step.minimumShare) * item.amount.minor) return null;
  return { reason: "belowMinimumPercent", compared: { percent: hundredth((open.minor * 10_000n) / item.amount.minor), minimum: hundredth(BigInt(step.minimumShare)) } };
}
