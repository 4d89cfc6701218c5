import { money, type Money } from "./money";

const after = (left: bigint, right: bigint): number => (left === right ? 0 : left < right ? 1 : -1);

/**
 * Splits an amount by weights (not negative, at least one above zero) without losing a unit:
 * each part is rounded towards zero, the units left over go to the largest remainders, the first of equals first.
 */
export function allocate(amount: Money, weights: readonly bigint[]): readonly Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const unit = amount.minor < 0n ? -1n : 1n;
  const size = amount.minor * unit;
  const parts = weights.map((weight, index) => ({ index, minor: (size * weight) / total, remainder: (size * weight) % total }));
  const left = Number(size - parts.reduce((sum, part) => sum + part.minor, 0n));
  const lucky = new Set([...parts].sort((a, b) => after(a.remainder, b.remainder) || a.index - b.index).slice(0, left).map((part) => part.index));
  return parts.map((part) => money((part.minor + (lucky.has(part.index) ? 1n : 0n)) * unit, amount.currency));
}
