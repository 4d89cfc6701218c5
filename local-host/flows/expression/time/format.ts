import { invalidTemplate } from "../../error";
import { calendarName, culturePatterns } from "./cultures";
import type { Moment } from "./moment";

/** .NET custom format: runs of one letter, quoted text, escapes, anything else as it is. */
const PIECES = /'([^']*)'|"([^"]*)"|\\(.)|%([a-zA-Z])|y+|M+|d+|H+|h+|m+|s+|f+|\.?F+|t+|K|z+|g+|./gs;

/** Formats a moment by a .NET standard ("o", "d", "R") or custom ("yyyy-MM-dd HH:mm") format string. Throws InvalidTemplate. */
export function formatMoment(moment: Moment, format: string, locale = "en-US"): string {
  if (format === "") return formatMoment(moment, "G", locale);
  const pattern = format.length === 1 ? standardPattern(format, locale) : format;
  const invariant = format.length === 1 && "oOrRsu".includes(format);
  return pattern.replace(PIECES, (piece, single?: string, double?: string, escaped?: string, percent?: string) =>
    single ?? double ?? escaped ?? fieldText(percent ?? piece, moment, invariant ? "en-US" : locale));
}

function standardPattern(letter: string, locale: string): string {
  switch (letter) {
    case "o": case "O": return "yyyy-MM-dd'T'HH:mm:ss.fffffffK";
    case "s": return "yyyy-MM-dd'T'HH:mm:ss";
    case "u": return "yyyy-MM-dd HH:mm:ss'Z'";
    case "r": case "R": return "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
    default: return culturePattern(letter, locale);
  }
}

function culturePattern(letter: string, locale: string): string {
  const { d, D, t, T, M, Y } = culturePatterns(locale);
  const patterns: Readonly<Record<string, string>> = {
    d, D, t, T, m: M, M, y: Y, Y, f: `${D} ${t}`, F: `${D} ${T}`, U: `${D} ${T}`, g: `${d} ${t}`, G: `${d} ${T}`,
  };
  const pattern = patterns[letter];
  if (pattern === undefined) throw invalidTemplate(`'${letter}' is no standard date format.`);
  return pattern;
}

function fieldText(piece: string, moment: Moment, locale: string): string {
  const date = new Date(moment.ms);
  const count = piece.length;
  switch (piece.charAt(0)) {
    case "y": return count <= 2 ? pad(date.getUTCFullYear() % 100, count) : pad(date.getUTCFullYear(), count);
    case "M": return count <= 2 ? pad(date.getUTCMonth() + 1, count) : calendarName(moment.ms, "month", { locale, width: count === 3 ? "short" : "long" });
    case "d": return count <= 2 ? pad(date.getUTCDate(), count) : calendarName(moment.ms, "weekday", { locale, width: count === 3 ? "short" : "long" });
    case "H": return pad(date.getUTCHours(), Math.min(count, 2));
    case "h": return pad(date.getUTCHours() % 12 || 12, Math.min(count, 2));
    case "m": return pad(date.getUTCMinutes(), Math.min(count, 2));
    case "s": return pad(date.getUTCSeconds(), Math.min(count, 2));
    case "t": return date.getUTCHours() < 12 ? "AM".slice(0, count) : "PM".slice(0, count);
    default: return fractionOrZone(piece, moment);
  }
}

function fractionOrZone(piece: string, moment: Moment): string {
  switch (piece.charAt(0)) {
    case "f": return fraction(moment, piece);
    case "F": return fraction(moment, piece).replace(/0+$/, "");
    // .NET drops the point before an optional fraction that is empty.
    case ".": return piece === "." ? "." : `.${fraction(moment, piece.slice(1))}`.replace(/\.?0+$/, "");
    case "K": return moment.utc ? "Z" : "";
    case "z": return ["+0", "+00"][piece.length - 1] ?? "+00:00";
    case "g": return "A.D.";
    default: return piece;
  }
}

function fraction(moment: Moment, piece: string): string {
  if (piece.length > 7) throw invalidTemplate(`a fraction has at most 7 digits; '${piece}' has ${piece.length}.`);
  const ticks = (((moment.ms % 1_000) + 1_000) % 1_000) * 10_000 + moment.ticks;
  return pad(ticks, 7).slice(0, piece.length);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
