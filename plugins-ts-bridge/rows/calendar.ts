import type { Calendar } from "#domain/calendar/business";
import { weekendsOnly } from "#domain/calendar/business";
import { utc, zoneNamed, type Zone } from "#domain/calendar/zones";
import { parseDay, type Day } from "#domain/calendar/day";
import { fault, stop, type Fault } from "#domain/messages/fault";
import { from } from "../sdk/query";
import { groupBy } from "./group";

const active = ["statecode", "eq", 0] as const;

export const calendarQuery = () => from("duly_calendar").select("duly_calendarid", "duly_name", "duly_weekend").where(active);
export type CalendarColumns = ReturnType<typeof calendarQuery>["row"];

export const holidayQuery = () => from("duly_holiday").select("duly_calendar", "duly_day", "duly_worked").where(active);
/** Those of some calendars; a dozen countries have hundreds. */
export const holidaysOf = (calendarIds: readonly string[]) =>
  holidayQuery().where(calendarIds.length === 0 ? ["duly_calendar", "null"] : ["duly_calendar", "in", calendarIds]);
export type HolidayColumns = ReturnType<typeof holidayQuery>["row"];

/** Calendars by id; one whose row is broken is a fault, and stops only those who keep it. */
export type Calendars = ReadonlyMap<string, Calendar | Fault>;

/** Weekdays "0,6" as numbers; null when the text holds anything else. */
export function weekdaysOf(text: string): readonly number[] | null {
  const parts = text.split(",").map((part) => part.trim());
  return parts.every((part) => /^[0-6]$/.test(part)) ? parts.map(Number) : null;
}

const daysOf = (rows: readonly HolidayColumns[], worked: boolean): ReadonlySet<Day> =>
  new Set(rows.filter((row) => (row.duly_worked ?? false) === worked).flatMap((row) => parseDay(row.duly_day ?? "") ?? []));

function toCalendar({ duly_weekend: text, duly_name: name }: CalendarColumns, rows: readonly HolidayColumns[]): Calendar | Fault {
  const weekend = text === null || text.trim() === "" ? weekendsOnly.weekend : weekdaysOf(text);
  if (weekend === null) return fault("DULY-CALENDAR-001", { calendar: name ?? "", text: text ?? "" });
  const worked = daysOf(rows, true);
  if (new Set(weekend).size === 7 && worked.size === 0) return fault("DULY-CALENDAR-003", { calendar: name ?? "" });
  return { weekend, holidays: daysOf(rows, false), worked };
}

/** Rows of calendars and their days as the domain sees them. */
export function toCalendars(calendars: readonly CalendarColumns[], holidays: readonly HolidayColumns[]): Calendars {
  const daysBy = groupBy(holidays, (row) => row.duly_calendar?.id ?? "");
  return new Map(calendars.map((row) => [row.duly_calendarid, toCalendar(row, daysBy.get(row.duly_calendarid) ?? [])]));
}

/** The calendar that a row refers to, null when it refers to none or to an inactive one; stops when that one is broken. */
export function calendarOf(reference: { readonly id: string } | null, calendars: Calendars): Calendar | null {
  const found = calendars.get(reference?.id ?? "") ?? null;
  return found !== null && "code" in found ? stop(found.code, found.parameters) : found;
}

/** The zone that a row names itself; null when it names none. Stops when it is not known. */
export const ownZone = (name: string | null, row: string): Zone | null => (name === null || name.trim() === "" ? null : zoneOf(name, { row }));

/** The zone that a row names, `otherwise` when it names none; stops when it is not known. */
export function zoneOf(name: string | null, where: { readonly row: string; readonly otherwise?: Zone }): Zone {
  if (name === null || name.trim() === "") return where.otherwise ?? utc;
  return zoneNamed(name.trim()) ?? stop("DULY-CALENDAR-002", { row: where.row, zone: name });
}

/** The zone of a company; stops when it is not known. */
export const companyZone = ({ name, id, timeZone }: { readonly name: string | null; readonly id: string; readonly timeZone: string | null }): Zone => zoneOf(timeZone, { row: `duly_company ${name ?? id}` });
