/** How a part of a minor unit is rounded: towards zero, half away from zero, or half to the even neighbour. */
export type Rounding = "down" | "halfUp" | "halfEven";

function roundsUp(twice: bigint, divisor: bigint, { rounding, even }: { readonly rounding: Rounding; readonly even: boolean }): boolean {
  if (rounding === "down" || twice < divisor) return false;
  return twice > divisor || rounding === "halfUp" || !even;
}

/** Quotient of two whole numbers, rounded as named. `divisor` is not zero. */
export function divide(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const top = dividend < 0n ? -dividend : dividend;
  const bottom = divisor < 0n ? -divisor : divisor;
  const quotient = top / bottom;
  const up = roundsUp((top % bottom) * 2n, bottom, { rounding, even: quotient % 2n === 0n });
  const size = up ? quotient + 1n : quotient;
  return (dividend < 0n) === (divisor < 0n) ? size : -size;
}
