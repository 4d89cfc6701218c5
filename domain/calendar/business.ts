import { addDays, weekday } from "./arithmetic";
import { recalled } from "../recall";
import type { Day } from "./day";

/** Which days are not worked: weekdays (0 = Sunday) and single days; and free weekdays that are worked all the same. */
export interface Calendar {
  readonly weekend: readonly number[];
  readonly holidays: ReadonlySet<Day>;
  readonly worked: ReadonlySet<Day>;
}

/** Saturday and Sunday free, no holidays. */
export const weekendsOnly: Calendar = { weekend: [0, 6], holidays: new Set(), worked: new Set() };

export const isBusinessDay = (day: Day, calendar: Calendar): boolean =>
  calendar.worked.has(day) || (!calendar.weekend.includes(weekday(day)) && !calendar.holidays.has(day));

/** So many business days after a day; the day itself for none. "3 business days from Friday" is Wednesday. */
export function addBusinessDays(day: Day, days: number, calendar: Calendar): Day {
  let reached = day;
  for (let left = days; left > 0; left -= 1) reached = nextBusinessDay(addDays(reached, 1), calendar);
  return reached;
}

function firstWorked(calendar: Calendar, day: Day): Day {
  let candidate = day;
  for (let tried = 0; tried < 366; tried += 1) {
    if (isBusinessDay(candidate, calendar)) return candidate;
    candidate = addDays(candidate, 1);
  }
  return day;
}

const worked = recalled<Calendar, Day, Day>();

/** The day itself when it is worked, else the next one that is. Gives up after a year of free days and gives the day back. */
export const nextBusinessDay = (day: Day, calendar: Calendar): Day => worked(calendar, day, firstWorked);
