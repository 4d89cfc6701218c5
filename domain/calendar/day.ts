declare const brand: unique symbol;

/** A calendar day "YYYY-MM-DD"; days compare as strings. */
export type Day = string & { readonly [brand]: "Day" };

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : lengths[month - 1] ?? 0);

/** The day that a text names, or null. */
export function parseDay(text: string): Day | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const number = Number(day);
  return number >= 1 && number <= monthLength(Number(year), Number(month)) ? (text as Day) : null;
}

/** Is a text a day? */
export const isDay = (text: string): text is Day => parseDay(text) !== null;

export const earlier = (left: Day, right: Day): Day => (left < right ? left : right);
export const later = (left: Day, right: Day): Day => (left > right ? left : right);

/** The earliest of some days; null where there is none. */
export const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
