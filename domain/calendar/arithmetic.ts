import type { Day } from "./day";

const { floor } = Math;

/** Two digits of a day's text as a number. */
const twoDigits = (day: Day, at: number): number => (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48;

// Years are counted from 1 March, so that the leap day is the last of its year.
function countedNumber(day: Day): number {
  const month = twoDigits(day, 5);
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2) - (month <= 2 ? 1 : 0);
  const dayOfYear = floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + twoDigits(day, 8) - 1;
  return year * 365 + floor(year / 4) - floor(year / 100) + floor(year / 400) + dayOfYear - 719468;
}

const padded = (value: number, length: number): string => String(value).padStart(length, "0");

function countedDay(number: number): Day {
  const shifted = number + 719468;
  const era = floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = floor((ofEra - floor(ofEra / 1460) + floor(ofEra / 36524) - floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const marched = floor((5 * ofYear + 2) / 153);
  const month = marched < 10 ? marched + 3 : marched - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(ofYear - floor((153 * marched + 2) / 5) + 1, 2)}` as Day;
}

// A run asks for few days, each many thousand times; Jint takes a hundred times as long to count one as to look it up.
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();
const mostKnown = 5000;

function kept<Asked, Found>(answers: Map<Asked, Found>, asked: Asked, found: Found): Found {
  if (answers.size >= mostKnown) answers.clear();
  answers.set(asked, found);
  return found;
}

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => numbers.get(day) ?? kept(numbers, day, countedNumber(day));

/** The day that is so many days after 1970-01-01. */
export const dayOfNumber = (number: number): Day => days.get(number) ?? kept(days, number, countedDay(number));

/** 9999-12-31, after which a day would have five digits of a year and sort before all others. */
const lastNumber = 2932896;

/** A day later or earlier; none is later than 9999-12-31. */
export const addDays = (day: Day, days: number): Day => (days === 0 ? day : dayOfNumber(Math.min(dayNumber(day) + days, lastNumber)));

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 4) % 7) + 7) % 7;
