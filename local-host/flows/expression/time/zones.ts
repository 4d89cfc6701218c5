import { entryOf } from "../../../entry";
import { invalidTemplate } from "../../error";
import { WINDOWS_ZONES } from "./windows-zones";

const formats = new Map<string, Intl.DateTimeFormat>();

/** IANA name for an IANA or Windows time zone name. Throws InvalidTemplate for an unknown one. */
export function zoneName(name: string): string {
  const iana = entryOf(WINDOWS_ZONES, name.trim().toLowerCase()) ?? name.trim();
  zoneFormat(iana, name);
  return iana;
}

/** Offset of the zone from UTC at a UTC instant, in milliseconds. */
export function zoneOffset(zone: string, utcMs: number): number {
  const second = Math.floor(utcMs / 1_000) * 1_000;
  const parts = zoneFormat(zone, zone).formatToParts(second);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second")) - second;
}

/** Wall-clock milliseconds in the zone for a UTC instant. */
export function toLocal(utcMs: number, zone: string): number {
  return utcMs + zoneOffset(zone, utcMs);
}

/**
 * UTC instant of a wall-clock time. In the gap of spring the clock runs on with the old offset (02:30 becomes 03:30);
 * a time that occurs twice in autumn is the `repeated` one of the two.
 */
export function toUtc(localMs: number, zone: string, repeated: "earlier" | "later"): number {
  const day = 86_400_000;
  const before = zoneOffset(zone, localMs - day);
  const after = zoneOffset(zone, localMs + day);
  const earlier = localMs - Math.max(before, after);
  const later = localMs - Math.min(before, after);
  const valid = [earlier, later].filter((utc) => toLocal(utc, zone) === localMs);
  if (valid.length === 0) return localMs - before;
  return (repeated === "earlier" ? valid[0] : valid.at(-1)) ?? earlier;
}

function zoneFormat(zone: string, asked: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
    });
    formats.set(zone, format);
    return format;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalidTemplate(`'${asked}' is no known time zone; use a Windows name (Central Europe Standard Time) or an IANA name (Europe/Budapest).`);
  }
}
