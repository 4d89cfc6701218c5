import { addDays } from "#domain/calendar/arithmetic";
import { nextBusinessDay, weekendsOnly } from "#domain/calendar/business";
import type { Day } from "#domain/calendar/day";

/** The next business day after a day. */
export const businessDayAfter = (day: Day): Day => nextBusinessDay(addDays(day, 1), weekendsOnly);

/** `count` business days, the first on or after a day. */
export function businessDays(from: Day, count: number): readonly Day[] {
  const days = [nextBusinessDay(from, weekendsOnly)];
  for (let last = days[0]; last !== undefined && days.length < count; last = days[days.length - 1]) days.push(businessDayAfter(last));
  return days;
}
