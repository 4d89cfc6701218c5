import { addDays, weekday } from "./arithmetic";
import { parseDay, type Day } from "./day";
import { atMinute, utcDayOf, utcMinuteOf, type Instant } from "./instant";

/** Whose daylight-saving rule a zone follows. Sources: Directive 2000/84/EC; US Energy Policy Act of 2005, section 110. */
type Daylight = "eu" | "us" | "none";

/** Standard time in minutes ahead of UTC, and when the clock is an hour ahead of that. */
export interface Zone { readonly standard: number; readonly daylight: Daylight }

const zone = (hours: number, daylight: Daylight): Zone => ({ standard: hours * 60, daylight });
const named = (shared: Zone, ...names: readonly string[]): readonly (readonly [string, Zone])[] => names.map((name) => [name, shared] as const);

const zones: ReadonlyMap<string, Zone> = new Map([
  ...named(zone(0, "none"), "UTC", "Etc/UTC", "Atlantic/Reykjavik"),
  ...named(zone(0, "eu"), "Europe/London", "Europe/Dublin", "Europe/Lisbon", "Atlantic/Canary"),
  ...named(zone(1, "eu"), "Europe/Budapest", "Europe/Rome", "Europe/Paris", "Europe/Madrid", "Europe/Berlin", "Europe/Vienna", "Europe/Bratislava", "Europe/Warsaw",
    "Europe/Prague", "Europe/Amsterdam", "Europe/Brussels", "Europe/Luxembourg", "Europe/Zurich", "Europe/Zagreb", "Europe/Ljubljana", "Europe/Copenhagen", "Europe/Stockholm",
    "Europe/Oslo", "Europe/Malta", "Europe/Belgrade", "Europe/San_Marino", "Europe/Vaduz"),
  ...named(zone(2, "eu"), "Europe/Bucharest", "Europe/Athens", "Europe/Sofia", "Europe/Helsinki", "Europe/Vilnius", "Europe/Riga", "Europe/Tallinn", "Asia/Nicosia"),
  ...named(zone(-5, "us"), "America/New_York", "America/Detroit"),
  ...named(zone(-6, "us"), "America/Chicago"),
  ...named(zone(-7, "us"), "America/Denver", "America/Boise"),
  ...named(zone(-7, "none"), "America/Phoenix"),
  ...named(zone(-8, "us"), "America/Los_Angeles"),
  ...named(zone(-9, "us"), "America/Anchorage"),
  ...named(zone(-10, "none"), "Pacific/Honolulu"),
]);

export const utc: Zone = zone(0, "none");

/** The zone of an IANA name; null when it is not among those known. */
export const zoneNamed = (name: string): Zone | null => zones.get(name) ?? null;

const dayIn = (year: string, rest: string): Day => parseDay(`${year}-${rest}`) ?? ("1970-01-01" as Day);

/** The Sunday on or after a day. */
const sundayFrom = (day: Day): Day => addDays(day, (7 - weekday(day)) % 7);

/** First minute of daylight time in a year, and first minute after it, each in UTC. */
function daylightOf({ standard, daylight }: Zone, year: string): readonly [Instant, Instant] {
  if (daylight === "eu") return [atMinute(sundayFrom(dayIn(year, "03-25")), 60), atMinute(sundayFrom(dayIn(year, "10-25")), 60)];
  return [atMinute(sundayFrom(dayIn(year, "03-08")), 120 - standard), atMinute(sundayFrom(dayIn(year, "11-01")), 60 - standard)];
}

/** Minutes that the clocks of a zone are ahead of UTC at a moment. */
export function offsetAt(at: Zone, instant: Instant): number {
  if (at.daylight === "none") return at.standard;
  const [begins, ends] = daylightOf(at, utcDayOf(instant).slice(0, 4));
  return at.standard + (instant >= begins && instant < ends ? 60 : 0);
}

/** Day and minute that the clocks of a zone show. */
export interface Local { readonly day: Day; readonly minute: number }

export function localOf(instant: Instant, at: Zone): Local {
  const shown = instant + offsetAt(at, instant);
  return { day: utcDayOf(shown), minute: utcMinuteOf(shown) };
}

/**
 * The moment at which the clocks of a zone show a day and minute. A time that the clocks show twice is the first of the two;
 * one that they leave out is an hour later, as the clocks are.
 */
export function instantOf({ day, minute }: Local, at: Zone): Instant {
  const shown = atMinute(day, minute);
  const ahead = shown - at.standard - 60;
  return offsetAt(at, ahead) === at.standard + 60 ? ahead : shown - at.standard;
}
