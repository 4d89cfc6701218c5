import { FlowError, notSupported } from "../error";
import { parseMoment } from "../expression/time/moment";
import { toLocal, toUtc, zoneName } from "../expression/time/zones";
import { isArray, type FlowObject } from "../expression/value";
import { objectAt, textAt } from "../definition/json";

export type Frequency = "second" | "minute" | "hour" | "day" | "week" | "month";

/** A recurrence as read: local times are wall-clock milliseconds in `zone`. */
export interface Recurrence {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly zone: string;
  /** Where counting begins; without a start time Monday, 2001-01-01 00:00 in the zone. */
  readonly anchorLocal: number;
  /** Nothing is due before; null without a start time. */
  readonly startUtc: number | null;
  readonly endUtc: number | null;
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  /** 0 = Sunday; null = the anchor's. */
  readonly weekDays: readonly number[] | null;
  /** Days of the month; null = the anchor's. */
  readonly monthDays: readonly number[] | null;
}

const FREQUENCIES: readonly Frequency[] = ["second", "minute", "hour", "day", "week", "month"];
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ANCHOR = Date.UTC(2001, 0, 1);
const KNOWN = new Set(["frequency", "interval", "timeZone", "startTime", "endTime", "schedule"]);
const SCHEDULE = new Set(["hours", "minutes", "weekDays", "monthDays"]);

/** Reads `recurrence` of a trigger. Throws FlowError on what it does not understand. */
export function readRecurrence(json: FlowObject): Recurrence {
  const schedule = objectAt(json, "schedule");
  refuseUnknown(json, KNOWN, "Recurrence setting");
  refuseUnknown(schedule, SCHEDULE, "Recurrence schedule");
  const frequency = FREQUENCIES.find((known) => known === textAt(json, "frequency")?.toLowerCase());
  if (!frequency) throw notSupported("Recurrence frequency", String(json["frequency"] ?? ""));
  if (["second", "minute", "hour"].includes(frequency) && Object.keys(schedule).length > 0) throw notSupported("Recurrence schedule with the frequency", frequency);
  const zone = zoneName(textAt(json, "timeZone") ?? "UTC");
  const start = pointIn(zone, textAt(json, "startTime"));
  const anchor = new Date(start?.local ?? ANCHOR);
  const hours = integers(schedule, "hours", [0, 23]);
  return {
    frequency, zone, interval: intervalOf(json), anchorLocal: anchor.getTime(), startUtc: start?.utc ?? null, endUtc: pointIn(zone, textAt(json, "endTime"))?.utc ?? null,
    hours: hours ?? [anchor.getUTCHours()], minutes: integers(schedule, "minutes", [0, 59]) ?? [anchor.getUTCMinutes()],
    weekDays: weekDaysOf(schedule), monthDays: integers(schedule, "monthDays", [1, 31]),
  };
}

function refuseUnknown(json: FlowObject, known: ReadonlySet<string>, kind: string): void {
  const unknown = Object.keys(json).find((key) => !known.has(key));
  if (unknown !== undefined) throw notSupported(kind, unknown);
}

function intervalOf(json: FlowObject): number {
  const interval = Number(json["interval"] ?? 1);
  if (!Number.isInteger(interval) || interval < 1) throw invalid(`the interval must be a positive integer; it is '${String(json["interval"])}'`);
  return interval;
}

/** A time with Z or an offset is UTC; one without is local to the zone. */
function pointIn(zone: string, text: string | null): { readonly local: number; readonly utc: number } | null {
  if (text === null) return null;
  const { ms, utc } = parseMoment(text);
  if (!utc) return { local: ms, utc: toUtc(ms, zone, "earlier") };
  return { local: toLocal(ms, zone), utc: ms };
}

/** Numbers of a schedule, given as numbers or texts. */
function integers(schedule: FlowObject, key: string, [low, high]: readonly [number, number]): number[] | null {
  const list = schedule[key];
  if (list === undefined) return null;
  const numbers = (isArray(list) ? list : [list]).map(Number);
  if (numbers.length === 0 || numbers.some((value) => !Number.isInteger(value) || value < low || value > high)) throw invalid(`'${key}' must hold numbers from ${low} to ${high}`);
  return numbers;
}

function weekDaysOf(schedule: FlowObject): number[] | null {
  const { weekDays } = schedule;
  if (weekDays === undefined) return null;
  const days = (isArray(weekDays) ? weekDays : [weekDays]).map((name) => DAYS.indexOf(String(name).toLowerCase()));
  if (days.includes(-1)) throw invalid("'weekDays' must hold English names of weekdays");
  return days;
}

function invalid(problem: string): FlowError {
  return new FlowError("InvalidRecurrence", `The recurrence cannot be read: ${problem}.`);
}
