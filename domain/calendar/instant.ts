import { dayNumber, dayOfNumber } from "./arithmetic";
import { parseDay, type Day } from "./day";

/** A moment, in whole minutes since 1970-01-01T00:00Z. */
export type Instant = number;

export const minutesOfDay = 1440;

/** The moment that a text "YYYY-MM-DDTHH:MM[:SS]Z" names, seconds dropped; null when it names none. */
export function parseInstant(text: string): Instant | null {
  const [, date = "", hours, minutes] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?Z$/.exec(text) ?? [];
  const day = parseDay(date);
  return day === null ? null : atMinute(day, Number(hours) * 60 + Number(minutes));
}

/** So many minutes after the beginning of a day in UTC. */
export const atMinute = (day: Day, minute: number): Instant => dayNumber(day) * minutesOfDay + minute;

export const utcDayOf = (instant: Instant): Day => dayOfNumber(Math.floor(instant / minutesOfDay));

/** Minute of the day in UTC, 0 … 1439. */
export const utcMinuteOf = (instant: Instant): number => instant - Math.floor(instant / minutesOfDay) * minutesOfDay;

const two = (number: number): string => String(number).padStart(2, "0");

/** "HH:MM" of a minute of the day. */
export const clockText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The minute that "HH:MM" names, 0 … 1440 ("24:00" ends a day); null when it names none. */
export function parseClock(text: string): number | null {
  const [, hours = "", minutes = ""] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== "" && minute <= minutesOfDay ? minute : null;
}

/** "YYYY-MM-DDTHH:MM:00Z" */
export const instantText = (instant: Instant): string => `${utcDayOf(instant)}T${clockText(utcMinuteOf(instant))}:00Z`;
