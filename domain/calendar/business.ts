import { addDays, weekday } from "./arithmetic";
import type { Day } from "./day";

/** Which days are not worked: weekdays (0 = Sunday) and single days. */
export interface Calendar {
  readonly weekend: readonly number[];
  readonly holidays: ReadonlySet<Day>;
}

/** Saturday and Sunday free, no holidays. */
export const weekendsOnly: Calendar = { weekend: [0, 6], holidays: new Set() };

export const isBusinessDay = (day: Day, calendar: Calendar): boolean =>
  !calendar.weekend.includes(weekday(day)) && !calendar.holidays.has(day);

/** The day itself when it is worked, else the next one that is. Gives up after a year of free days and gives the day back. */
export function nextBusinessDay(day: Day, calendar: Calendar): Day {
  let candidate = day;
  for (let tried = 0; tried < 366; tried += 1) {
    if (isBusinessDay(candidate, calendar)) return candidate;
    candidate = addDays(candidate, 1);
  }
  return day;
}
