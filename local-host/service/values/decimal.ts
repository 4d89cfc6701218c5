const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/** How many places to keep, and by which power of ten the result is scaled. */
export interface Scale { readonly places: number; readonly scale: number }

/**
 * A decimal text as an integer scaled by 10^scale, rounded half away from zero to `places`; null when the text is no plain decimal.
 * ("12.345", {places: 2, scale: 4}) -> 123500.
 */
export function toScaled(text: string, { places, scale }: Scale): number | bigint | null {
  const [, sign, whole = "", fraction = ""] = DECIMAL.exec(text) ?? [];
  if (sign === undefined) return null;
  const kept = whole + fraction.slice(0, places).padEnd(places, "0");
  const up = (fraction.charCodeAt(places) || 0) >= 53; // "5"
  const zeros = scale - places;
  if (kept.length + zeros <= 15) {
    const digits = (Number(kept) + (up ? 1 : 0)) * 10 ** zeros;
    return sign === "-" && digits !== 0 ? -digits : digits;
  }
  const digits = (BigInt(kept) + (up ? 1n : 0n)) * 10n ** BigInt(zeros);
  return sign === "-" ? -digits : digits;
}

/** numerator / denominator, rounded half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const [above, below] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const quotient = (above * 2n + below) / (below * 2n);
  return negative ? -quotient : quotient;
}
