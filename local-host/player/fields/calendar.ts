import type { IDatePickerStrings } from "@fluentui/react";
import type { Texts } from "../shell/texts";

const monthNames = (locale: string, month: "long" | "short"): string[] =>
  Array.from({ length: 12 }, (_, index) => new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" }).format(new Date(Date.UTC(2023, index, 1))));

// 1 January 2023 was a Sunday, with which the platform's week lists begin.
const dayNames = (locale: string, weekday: "long" | "short" | "narrow"): string[] =>
  Array.from({ length: 7 }, (_, index) => new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(new Date(Date.UTC(2023, 0, 1 + index))));

/** Names of months and days for calendars, from the browser's own knowledge of the locale. */
export const calendarNames = (locale: string): { readonly months: string[]; readonly shortMonths: string[]; readonly days: string[]; readonly shortDays: string[] } => ({
  months: monthNames(locale, "long"), shortMonths: monthNames(locale, "short"), days: dayNames(locale, "long"), shortDays: dayNames(locale, "narrow"),
});

/** Strings of Fluent's date picker. */
export const calendarStrings = (locale: string, texts: Texts): IDatePickerStrings => ({
  ...calendarNames(locale), goToToday: texts.today, isRequiredErrorMessage: texts.badDate, invalidInputErrorMessage: texts.badDate,
  prevMonthAriaLabel: texts.previousMonth, nextMonthAriaLabel: texts.nextMonth, prevYearAriaLabel: texts.previousYear, nextYearAriaLabel: texts.nextYear, closeButtonAriaLabel: texts.close,
});
