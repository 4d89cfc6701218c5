/** Money in a file and in rows: an integer number of 1/10,000 of the currency, the precision in which Dataverse keeps money. */
export type Units = number;

const scale = 10000;
/** 100 billion: the limit of a money column, and small enough to be exact as a number of units. */
const largest = 100_000_000_000;

export type AmountFault = "unreadable" | "precision" | "too large";

/** Groups of three may be set apart by a space, an apostrophe, or the one of point and comma that is not the decimal sign; "0,500" is no group but perhaps a decimal. */
const expressions = {
  ".": /^(?<head>[1-9]\d{0,2}(?:[ \u00a0\u202f',]\d{3})+|\d+)(?:\.(?<decimals>\d+))?$/,
  ",": /^(?<head>[1-9]\d{0,2}(?:[ \u00a0\u202f'.]\d{3})+|\d+)(?:,(?<decimals>\d+))?$/,
} as const;

/**
 * Reads an amount; the sign may stand before or behind it. Trailing zeros beyond the currency's decimals are accepted, other digits are not.
 * @param decimals decimals that the currency has
 */
export function readAmount(text: string, decimalSign: "." | ",", decimals: number): Units | AmountFault {
  const unsigned = text.replace(/^[-−+]\s*|\s*[-−]$/u, "");
  const groups = expressions[decimalSign].exec(unsigned)?.groups;
  if (!groups) return "unreadable";
  const fraction = (groups.decimals ?? "").replace(/0+$/, "");
  if (fraction.length > Math.min(decimals, 4)) return "precision";
  const whole = Number((groups.head ?? "").replace(/\D/g, ""));
  if (whole >= largest) return "too large";
  const units = whole * scale + Number(fraction.padEnd(4, "0"));
  return units !== 0 && /^[-−]|[-−]$/u.test(text) ? -units : units;
}

/** Units as the decimal string that the organisation service takes: "12.50". */
export function decimalOf(units: Units): string {
  const digits = String(Math.abs(units)).padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${units < 0 ? "-" : ""}${digits.slice(0, -4)}.${fraction}`;
}

/** Units of a decimal string that the service gave. */
export const unitsOf = (decimal: string): Units => Math.round(Number(decimal) * scale);
