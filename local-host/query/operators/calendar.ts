/** Arithmetic on UTC instants, in milliseconds. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** "YYYY-MM-DDTHH:MM:SSZ" */
export const text = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
export const dayStart = (instant: number): number => Math.floor(instant / DAY) * DAY;
/** Weeks begin on Sunday. */
export const weekStart = (instant: number): number => dayStart(instant) - new Date(instant).getUTCDay() * DAY;

/** First instant of the month that lies `months` away. */
export function monthStart(instant: number, months: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** First instant of the year that lies `years` away. */
export function yearStart(instant: number, years: number): number {
  return Date.UTC(new Date(instant).getUTCFullYear() + years, 0, 1);
}

/** The same day and time some months away; the last day of a shorter month. */
export function addMonths(instant: number, months: number): number {
  const first = monthStart(instant, months);
  const lastDay = new Date(monthStart(first, 1) - DAY).getUTCDate();
  return first + (Math.min(new Date(instant).getUTCDate(), lastDay) - 1) * DAY + (instant - dayStart(instant));
}
