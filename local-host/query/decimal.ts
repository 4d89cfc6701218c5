const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** A decimal text as an integer scaled by 10^scale; null when the text is no plain decimal, undefined when it has more places than the scale. */
export function scaled(text: string, scale: number): bigint | null | undefined {
  const [, sign, whole = "", places = ""] = DECIMAL.exec(text.trim()) ?? [];
  if (sign === undefined || whole + places === "") return null;
  const kept = places.replace(/0+$/, "");
  if (kept.length > scale) return undefined;
  const digits = BigInt(whole + kept.padEnd(scale, "0"));
  return sign === "-" ? -digits : digits;
}

/** A scaled integer as a decimal text with all of the scale's places: (125000n, 4) -> "12.5000". */
export function unscaled(value: number | bigint, scale: number): string {
  const text = value.toString();
  const negative = text.startsWith("-");
  const digits = (negative ? text.slice(1) : text).padStart(scale + 1, "0");
  const point = digits.length - scale;
  return (negative ? "-" : "") + digits.slice(0, point) + (scale > 0 ? `.${digits.slice(point)}` : "");
}
