/** Decimals in which percents are kept. */
const decimals = 4;

/** A percentage in ten-thousandths of a percent: 10.15 % = 101500. */
export type Percent = bigint;

/** All of something, as a percentage. */
export const hundredPercent: Percent = 1_000_000n;

/** Reads a percentage ("10.15", "-0.5", at most four decimals); null when it is none. */
export function parsePercent(text: string): Percent | null {
  const [, sign = "", whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d{1,10}))?$/.exec(text) ?? [];
  if (whole === undefined || /[1-9]/.test(fraction.slice(decimals))) return null;
  return BigInt(`${sign}${whole}${fraction.slice(0, decimals).padEnd(decimals, "0")}`);
}

/** "10.15", without zeros at the end. */
export function percentText(percent: Percent): string {
  const digits = String(percent < 0n ? -percent : percent).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${percent < 0n ? "-" : ""}${digits.slice(0, -decimals)}${fraction === "" ? "" : `.${fraction}`}`;
}
