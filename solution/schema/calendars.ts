import { day, lookup, text, yesno } from "../model/column";
import { table } from "../model/table";

export const calendar = table({
  name: "calendar", label: "Business calendar", plural: "Business calendars", ownership: "organization",
  help: "Which days are not worked.",
  columns: {
    name: text("Name", "Name of the calendar.", { required: true }),
    code: text("Code", "Short code; imports find the calendar by this.", { maxLength: 50, required: true }),
    weekend: text("Weekend", "Free weekdays as numbers separated by commas, 0 = Sunday; empty = 0,6.", { maxLength: 20 }),
  },
  keys: { code: ["code"] },
});

export const holiday = table({
  name: "holiday", label: "Holiday", plural: "Holidays", ownership: "organization",
  help: "A single day that is free, or a free weekday that is worked.",
  columns: {
    name: text("Name", "Name of the day.", { required: true }),
    calendar: lookup("calendar", "Calendar", "Calendar that it belongs to.", { required: true, onDelete: "parental" }),
    day: day("Day", "The day.", { required: true }),
    worked: yesno("Worked", "The day is worked although its weekday is free."),
  },
  keys: { day: ["calendar", "day"] },
});
