import { fields, form, grid, tab } from "../model/form";
import { calendar, holiday } from "../schema/calendars";

export const calendarForm = form(calendar, [tab("general", "General", [
  fields("calendar", "Calendar", ["name", "code", "weekend", "statuscode"]),
  grid("days", "Days", holiday, "calendar"),
])]);

export const holidayForm = form(holiday, [tab("general", "General", [fields("day", "Day", ["name", "calendar", "day", "worked", "statuscode"])])]);
