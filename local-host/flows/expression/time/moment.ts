import { invalidTemplate } from "../../error";

/** A point on the calendar: wall-clock time as milliseconds (as if UTC) and 100 ns ticks, and whether it is known to be UTC. */
export interface Moment {
  readonly ms: number;
  /** 0..9999 ticks of 100 ns. */
  readonly ticks: number;
  readonly utc: boolean;
}

const EPOCH_TICKS = 621_355_968_000_000_000n;
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*([Zz]|[+-]\d\d:?\d\d)?$/;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AaPp])[Mm])?)?$/;

/** Reads an ISO 8601 timestamp (any fraction, offset becomes UTC) or M/d/yyyy [h:mm[:ss] AM]. Throws InvalidTemplate. */
export function parseMoment(source: string): Moment {
  const moment = readIso(source.trim()) ?? readAmerican(source.trim());
  if (!moment) throw invalidTemplate(`'${source.slice(0, 60)}' is not a timestamp; use ISO 8601, for example 2026-11-23T08:00:00Z.`);
  return moment;
}

/** Ticks of 100 ns since 0001-01-01: beyond 2^53, hence bigint. */
export function momentTicks(moment: Moment): bigint {
  return BigInt(moment.ms) * 10_000n + BigInt(moment.ticks) + EPOCH_TICKS;
}

/** A valid calendar time or null (2026-02-30, 25:00). Month from 1. */
export function fromParts(parts: readonly [year: number, month: number, day: number, hour: number, minute: number, second: number]): Moment | null {
  const [year, month, day, hour, minute, second] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour && date.getUTCMinutes() === minute && second < 60;
  return same ? { ms: date.getTime(), ticks: 0, utc: false } : null;
}

function readIso(source: string): Moment | null {
  const match = ISO.exec(source);
  if (!match) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone] = match;
  const moment = fromParts([Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)]);
  if (!moment) return null;
  const ticks = Number(fraction.padEnd(7, "0").slice(0, 7));
  return { ms: moment.ms + Math.floor(ticks / 10_000) - offsetMinutes(zone) * 60_000, ticks: ticks % 10_000, utc: zone !== undefined };
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith("-") ? -minutes : minutes;
}

function readAmerican(source: string): Moment | null {
  const match = AMERICAN.exec(source);
  if (!match) return null;
  const [, month, day, year, hour = "0", minute = "0", second = "0", half] = match;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return fromParts([Number(year), Number(month), Number(day), hours, Number(minute), Number(second)]);
}
