/** Signs of the user's number format. */
export interface NumberSigns {
  readonly decimal: string;
}

/** Finds the decimal sign in 12345.5 as the user's settings show it: "12 345,5" -> ",". */
export const signsOf = (sample: string): NumberSigns => ({ decimal: sample.slice(-2, -1) });

/** Minor units (cents) of a major amount, so that sums and comparisons are exact. */
export const toMinor = (amount: number, precision: number): number => Math.round(amount * 10 ** precision);

/** Major amount of minor units. */
export const toMajor = (minor: number, precision: number): number => Number((minor / 10 ** precision).toFixed(precision));

/** Reads a typed amount into minor units. Null = not a number, or more decimals than the currency has. */
export function parseAmount(text: string, signs: NumberSigns, precision: number): number | null {
  const grouping = signs.decimal === "," ? /[\s.'’]/g : /[\s,'’]/g;
  const plain = text.replace(grouping, "").replace(signs.decimal, ".");
  const match = /^(\d{1,13})(?:\.(\d*))?$/.exec(plain);
  if (match === null) return null;
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (fraction.length > precision) return null;
  return Number(match[1]) * 10 ** precision + Number(fraction.padEnd(precision, "0") || "0");
}
