const utc = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/** Digits as the server's formatted values have them: "11/24/2026" in English, "2026. 11. 24." elsewhere two digits each. */
const dayStyle = (locale: string): Intl.DateTimeFormatOptions => {
  const part = locale.startsWith("en") ? "numeric" : "2-digit";
  return { year: "numeric", month: part, day: part };
};

/** "2026-11-24" in the one form that the player shows days of this locale in; a day has no time zone. */
export const formatDay = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { ...dayStyle(locale), timeZone: "UTC" }).format(utc(day));

/** Time of day: "3:05 PM", "03:05"; some versions of ICU put a narrow blank before PM. */
export const formatTime = (moment: Date, locale: string, zone: { readonly timeZone?: string } = {}): string =>
  new Intl.DateTimeFormat(locale, { hour: locale.startsWith("en") ? "numeric" : "2-digit", minute: "2-digit", ...zone }).format(moment).replace("\u202f", " ");

/** A UTC moment in the browser's time zone. */
export function formatMoment(iso: string, locale: string): string {
  const moment = new Date(iso);
  return `${formatDay(dayOf(moment), locale)} ${formatTime(moment, locale)}`;
}

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
