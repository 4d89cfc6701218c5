import { addDays } from "#domain/calendar/arithmetic";
import { isBusinessDay, weekendsOnly, type Calendar } from "#domain/calendar/business";
import type { Day } from "#domain/calendar/day";
import { isFault } from "#domain/messages/fault";
import { toCalendars } from "#bridge/rows/calendar";
import type { LocalHost } from "../../local-host/host.contract";

/** Whether the night of a day is played. */
export type Works = (day: Day) => boolean;

const ofCompanies = "(SELECT duly_calendar FROM duly_company WHERE statecode = 0)";

/** The calendars that active companies keep; one that cannot be read is told by the run of its company. */
function companyCalendars({ sql }: LocalHost): readonly Calendar[] {
  const calendars = sql.all(`SELECT duly_calendarid, duly_name, duly_weekend FROM duly_calendar WHERE statecode = 0 AND duly_calendarid IN ${ofCompanies}`);
  const days = sql.all(`SELECT duly_calendar, duly_day, duly_worked FROM duly_holiday WHERE statecode = 0 AND duly_calendar IN ${ofCompanies}`);
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  const known = toCalendars(
    calendars.map((row) => ({ duly_calendarid: text(row.duly_calendarid) ?? "", duly_name: text(row.duly_name), duly_weekend: text(row.duly_weekend) })),
    days.map((row) => ({ duly_calendar: { logicalName: "duly_calendar" as const, id: text(row.duly_calendar) ?? "" }, duly_day: text(row.duly_day), duly_worked: Number(row.duly_worked ?? 0) === 1 })),
  );
  return [...known.values()].flatMap((calendar) => (isFault(calendar) ? [] : [calendar]));
}

/** Nights are played from Monday to Friday, on a holiday too (nothing is due on it), and on every Saturday or Sunday that a company works. */
export function worksIn(host: LocalHost): Works {
  const calendars = [weekendsOnly, ...companyCalendars(host)];
  return (day) => calendars.some((calendar) => isBusinessDay(day, calendar));
}

/** The day itself when its night is played, else the next one whose is: a Monday at the latest. */
const onOrAfter = (day: Day, works: Works): Day => (works(day) ? day : onOrAfter(addDays(day, 1), works));

/** The next day after a day whose night is played. */
export const nightAfter = (day: Day, works: Works): Day => onOrAfter(addDays(day, 1), works);

/** `count` days whose nights are played, the first on or after a day. */
export function nightsFrom(from: Day, count: number, works: Works): readonly Day[] {
  const days = [onOrAfter(from, works)];
  for (let last = days[0]; last !== undefined && days.length < count; last = days[days.length - 1]) days.push(nightAfter(last, works));
  return days;
}

/** Days whose nights are not played, both included, and why. */
export interface Skipped { readonly from: Day; readonly to: Day; readonly because: "free" | "laterDayNamed" }

/** What lies between the last night and the one that is played; null = nothing. What falls due on those days is caught up by the night that follows. */
export function skippedBetween(last: Day | null, day: Day, because: Skipped["because"]): Skipped | null {
  const from = last === null ? null : addDays(last, 1);
  return from === null || from >= day ? null : { from, to: addDays(day, -1), because };
}
