import type { Day } from "#domain/calendar/day";
import type { EntityReference, OrganizationService } from "../../local-host/service/contract";
import { keyOf, put, readMirror, type Writing } from "../ledger/mirror";
import { idIn, textIn, to } from "../ledger/rows";
import { countries, daysOf } from "./holidays";

/** The year of a day, the one before and the two after. */
const yearsAround = (day: Day): readonly number[] => [-1, 0, 1, 2].map((years) => Number(day.slice(0, 4)) + years);

function seedCalendars(writing: Writing): ReadonlyMap<string, EntityReference> {
  const calendars = readMirror(writing.service, "duly_calendar", { columns: ["duly_code"], key: (row) => keyOf(textIn(row, "duly_code")) });
  return new Map(countries.map((country) => {
    const initial = { duly_code: country, duly_name: `Public holidays ${country}` };
    return [country, to("duly_calendar", put(writing, calendars, { key: keyOf(country), columns: {}, initial }).id)];
  }));
}

function seedDays(writing: Writing, calendars: ReadonlyMap<string, EntityReference>, years: readonly number[]): void {
  const holidays = readMirror(writing.service, "duly_holiday", { columns: ["duly_calendar", "duly_day"], key: (row) => keyOf(idIn(row, "duly_calendar"), textIn(row, "duly_day")) });
  for (const country of countries) {
    const calendar = calendars.get(country);
    if (calendar === undefined) continue;
    for (const { day, name, worked } of daysOf(country, years)) {
      const initial = { duly_name: name, duly_calendar: calendar, duly_day: day, duly_worked: worked };
      put(writing, holidays, { key: keyOf(calendar.id, day), columns: {}, initial });
    }
  }
}

/** Calendars of the countries with the holidays around a day. Rows that exist stay as an administrator left them. Gives the calendars by country. */
export function seedHolidays(service: OrganizationService, around: Day): ReadonlyMap<string, EntityReference> {
  const writing: Writing = { service, undo: [] };
  const calendars = seedCalendars(writing);
  seedDays(writing, calendars, yearsAround(around));
  return calendars;
}
