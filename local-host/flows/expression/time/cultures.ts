import { entryOf } from "../../../entry";
import { notSupported } from "../../error";

/** Standard date patterns of a culture: d, D, t, T, M, Y. */
interface Patterns { readonly d: string; readonly D: string; readonly t: string; readonly T: string; readonly M: string; readonly Y: string }

const PATTERNS: Readonly<Record<string, Patterns>> = {
  "en-us": { d: "M/d/yyyy", D: "dddd, MMMM d, yyyy", t: "h:mm tt", T: "h:mm:ss tt", M: "MMMM d", Y: "MMMM yyyy" },
  "en-gb": { d: "dd/MM/yyyy", D: "dddd, d MMMM yyyy", t: "HH:mm", T: "HH:mm:ss", M: "d MMMM", Y: "MMMM yyyy" },
  "de-de": { d: "dd.MM.yyyy", D: "dddd, d. MMMM yyyy", t: "HH:mm", T: "HH:mm:ss", M: "d. MMMM", Y: "MMMM yyyy" },
  "fr-fr": { d: "dd/MM/yyyy", D: "dddd d MMMM yyyy", t: "HH:mm", T: "HH:mm:ss", M: "d MMMM", Y: "MMMM yyyy" },
  "hu-hu": { d: "yyyy. MM. dd.", D: "yyyy. MMMM d., dddd", t: "H:mm", T: "H:mm:ss", M: "MMMM d.", Y: "yyyy. MMMM" },
};

/** Patterns of the culture; one without a table is refused by name. */
export function culturePatterns(locale: string): Patterns {
  const patterns = entryOf(PATTERNS, locale.toLowerCase());
  if (!patterns) throw notSupported("Standard date format of the locale", locale);
  return patterns;
}

const names = new Map<string, string>();

/** Name of the month or weekday of a moment in a locale, long or short. */
export function calendarName(ms: number, part: "month" | "weekday", style: { readonly locale: string; readonly width: "long" | "short" }): string {
  const date = new Date(ms);
  const key = `${style.locale}|${style.width}|${part}|${part === "month" ? date.getUTCMonth() : date.getUTCDay()}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = new Intl.DateTimeFormat(checkedLocale(style.locale), { [part]: style.width, timeZone: "UTC" }).format(date);
  names.set(key, name);
  return name;
}

/** The locale itself when Intl knows it; otherwise refused by name. */
export function checkedLocale(locale: string): string {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0) return locale;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw notSupported("Locale", locale);
}
