import { calendarNames } from "../fields/calendar";
import { dayOf, formatDay, formatMoment, formatNumber, formatTime } from "../fields/format";

const USER_LOCAL = 1;
/** DateTimeFieldBehavior of the platform: 1 user local, 3 time zone independent. */
const zoneOf = (behavior: number | undefined): { timeZone?: string } => (behavior === undefined || behavior === USER_LOCAL ? {} : { timeZone: "UTC" });

const monday = (date: Date): Date => { const day = new Date(date); day.setHours(0, 0, 0, 0); day.setDate(day.getDate() - ((day.getDay() + 6) % 7)); return day; };

/** ISO week: the one with the year's first Thursday is 1. */
export function weekOfYear(date: Date): number {
  const thursday = monday(date);
  thursday.setDate(thursday.getDate() + 3);
  const first = monday(new Date(thursday.getFullYear(), 0, 4));
  return 1 + Math.round((monday(date).getTime() - first.getTime()) / (7 * 24 * 3600 * 1000));
}

const date = (value: Date, locale: string, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, options).format(value);

/** The symbol stands before an English amount and behind one of the other languages. */
function currencyText(amount: string, symbol: string, locale: string): string {
  if (symbol === "") return amount;
  if (!locale.startsWith("en")) return `${amount} ${symbol}`;
  return amount.startsWith("-") ? `-${symbol}${amount.slice(1)}` : `${symbol}${amount}`;
}

/** `context.formatting` in the manner of a locale. */
export const makeFormatting = (locale: string): object => ({
  formatCurrency: (value: number, precision = 2, symbol = "") => currencyText(formatNumber(value, precision, locale), symbol, locale),
  formatDecimal: (value: number, precision = 2) => formatNumber(value, precision, locale),
  formatInteger: (value: number) => formatNumber(value, 0, locale),
  formatLanguage: (lcid: number) => String(lcid),
  formatDateShort: (value: Date, withTime = false) => (withTime ? formatMoment(value.toISOString(), locale) : formatDay(dayOf(value), locale)),
  formatDateLong: (value: Date) => date(value, locale, { dateStyle: "full" }),
  formatDateLongAbbreviated: (value: Date) => date(value, locale, { dateStyle: "medium" }),
  formatDateYearMonth: (value: Date) => date(value, locale, { year: "numeric", month: "long" }),
  formatDateAsFilterStringInUTC: (value: Date, withTime = false) => (withTime ? value.toISOString() : dayOf(value)),
  formatTime: (value: Date, behavior?: number) => formatTime(value, locale, zoneOf(behavior)),
  getWeekOfYear: weekOfYear,
});

/** Names and order of dates, as `userSettings.dateFormattingInfo`. */
export function dateFormattingInfo(locale: string): object {
  const names = calendarNames(locale);
  return {
    abbreviatedDayNames: names.shortDays, dayNames: names.days, shortestDayNames: names.shortDays, abbreviatedMonthNames: names.shortMonths, monthNames: names.months,
    firstDayOfWeek: locale === "en-US" ? 0 : 1, dateSeparator: "/", timeSeparator: ":", shortDatePattern: shortPattern(locale), calendarWeekRule: 2,
  };
}

/** "M/d/yyyy" from how the player writes a known day. */
const shortPattern = (locale: string): string => {
  const [day, month] = locale.startsWith("en") ? ["d", "M"] : ["dd", "MM"];
  return formatDay("2033-11-22", locale).replace("2033", "yyyy").replace("11", month).replace("22", day);
};
