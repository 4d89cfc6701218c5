import { addDays, weekday } from "../calendar/arithmetic";
import { isBusinessDay, type Calendar } from "../calendar/business";
import type { Day } from "../calendar/day";
import type { Instant } from "../calendar/instant";
import { instantOf, localOf, type Zone } from "../calendar/zones";
import type { Hours } from "./contactrule";

/** A clock and which days are free. */
export interface Place { readonly zone: Zone; readonly calendar: Calendar }

/** Days ahead in which a moment is looked for. */
export const daysAhead = 366;

const opens = ({ weekdays }: Hours, day: Day, calendar: Calendar): boolean =>
  (weekdays === null ? isBusinessDay(day, calendar) : weekdays.includes(weekday(day)));

/** First minute of a day, from a minute on, that lies within one of the hours; null when none does. */
function firstMinute(hours: readonly Hours[], { day, minute }: { readonly day: Day; readonly minute: number }, calendar: Calendar): number | null {
  const found = hours.filter((one) => opens(one, day, calendar) && Math.max(one.from, minute) < one.to).map(({ from }) => Math.max(from, minute));
  return found.length === 0 ? null : found.reduce((least, one) => Math.min(least, one));
}

/**
 * First moment from `moment` on that lies within one of the hours of its day; a day that has no hours at all (`hoursOf` gives none) is not constrained.
 * null when there is none within a year.
 */
export function withinHours(hoursOf: (day: Day) => readonly Hours[], { zone, calendar }: Place, moment: Instant): Instant | null {
  const shown = localOf(moment, zone);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const at = ahead === 0 ? shown : { day: addDays(shown.day, ahead), minute: 0 };
    const hours = hoursOf(at.day);
    const minute = hours.length === 0 ? at.minute : firstMinute(hours, at, calendar);
    if (minute !== null) return ahead === 0 && minute === at.minute ? moment : instantOf({ day: at.day, minute }, zone);
  }
  return null;
}
