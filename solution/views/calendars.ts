import { views } from "../model/view";
import { calendar, holiday } from "../schema/calendars";

export const calendarViews = views(calendar, {
  cells: [["name", 220], ["code", 100], ["weekend", 100]],
  find: ["name", "code"], lookup: [["code", 100]], order: [["name", "asc"]], more: [],
});

export const holidayViews = views(holiday, {
  cells: [["calendar", 160], ["day", 110], ["name", 220], ["worked", 90]],
  find: ["name"], lookup: [["day", 110]], order: [["day", "asc"], ["name", "asc"]], more: [],
});
