/** Order of day, month and year in the locale's short date. */
const order = (locale: string): readonly string[] =>
  new Intl.DateTimeFormat(locale, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date(2000, 0, 2))
    .map((part) => part.type).filter((type) => type === "year" || type === "month" || type === "day");

const months = (locale: string): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).formatToParts(new Date(Date.UTC(2000, month, 1)))
    .find((part) => part.type === "month")?.value.toLowerCase().replace(/\.$/, "") ?? "");

const two = (part: number): string => String(part).padStart(2, "0");

/** The day, when it is one of the calendar: 31 February is none. */
function valid(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` : null;
}

function named(text: string, locale: string): string | null {
  const month = months(locale).findIndex((name) => /[^\d]/.test(name) && text.toLowerCase().split(/[\s.,]+/).includes(name));
  const [a, b] = (text.match(/\d+/g) ?? []).map(Number);
  if (month < 0 || a === undefined || b === undefined) return null;
  return a > 31 ? valid(a, month + 1, b) : valid(b, month + 1, a);
}

/** A typed day: "2026-11-24", the locale's short form ("11/24/2026", "2026. 11. 24.") or its medium form ("Nov 24, 2026"); null when it is none. */
export function parseDay(text: string, locale: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  if (numbers.length === 2) return named(text, locale);
  if (numbers.length !== 3) return null;
  const part = (type: string): number => numbers[order(locale).indexOf(type)] ?? 0;
  const year = part("year");
  return valid(year < 100 ? 2000 + year : year, part("month"), part("day"));
}
