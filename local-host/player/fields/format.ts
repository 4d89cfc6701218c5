const utc = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/** "2026-11-24" in the manner of the locale; a day has no time zone. */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(utc(day));

/** A UTC moment in the browser's time zone. */
export const formatMoment = (iso: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));

/** A number with `digits` decimal places and the locale's separators. */
export const formatNumber = (value: number, digits: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** Decimal and group separators of a locale. */
export function separators(locale: string): { readonly decimal: string; readonly group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return { decimal: part("decimal") || ".", group: part("group") };
}

/** Number typed in the manner of the locale: "1 234,5" in Hungarian; null when it is none. */
export function parseNumber(text: string, locale: string): number | null {
  const { decimal, group } = separators(locale);
  const plain = text.replace(/\s/g, "").split(group.trim() || " ").join("").split(decimal).join(".");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

const two = (part: number): string => String(part).padStart(2, "0");

/** Day that a Date shows in the browser's time zone. */
export const dayOf = (date: Date): string => `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The day as a Date at local midnight, as date pickers and scripts want it. */
export function dateOf(day: string): Date {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, date ?? 1);
}

/** "HH:MM" of a UTC moment in the browser's time zone. */
export const timeOf = (iso: string): string => { const date = new Date(iso); return `${two(date.getHours())}:${two(date.getMinutes())}`; };

/** UTC moment of a local day and "HH:MM", as the Web API writes it. */
export function momentOf(day: string, time: string): string {
  const [hours, minutes] = time.split(":").map(Number);
  const date = dateOf(day);
  date.setHours(hours ?? 0, minutes ?? 0);
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
