import { dayNumber, dayOfNumber } from "./arithmetic";

declare const brand: unique symbol;

/** A calendar day "YYYY-MM-DD"; days compare as strings. */
export type Day = string & { readonly [brand]: "Day" };

/** The day that a text names, or null. A day is what its own number gives back: neither 30 February nor a text that is no date does, nor what is no text at all. */
export function parseDay(text: string): Day | null {
  const day = `${text}` as Day;
  return dayOfNumber(dayNumber(day)) === day ? day : null;
}

/** Is a text a day? */
export const isDay = (text: string): text is Day => parseDay(text) !== null;

export const earlier = (left: Day, right: Day): Day => (left < right ? left : right);
export const later = (left: Day, right: Day): Day => (left > right ? left : right);

/** The earliest of some days; null where there is none. */
export const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
