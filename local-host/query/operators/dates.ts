import { DataverseError } from "../../service/error";
import { addMonths, DAY, dayStart, HOUR, monthStart, text, weekStart, yearStart } from "./calendar";

/** A span of time: `from` inclusive, `to` exclusive unless `closed`; a missing end is open. Milliseconds UTC. */
export interface Span { readonly from?: number; readonly to?: number; readonly closed?: boolean }

/** What a relative operator means at `now`; `x` is its number (0 where it has none). */
export type SpanOf = (now: number, x: number) => Span;

type Step = (instant: number, x: number) => number;
const days = (length: number): Step => (instant, x) => instant + x * length * DAY;
const months = (length: number): Step => (instant, x) => addMonths(instant, x * length);

/** "last x": from the start of that day until now. "next x": from now until the end of that day. */
const last = (step: Step): SpanOf => (now, x) => ({ from: dayStart(step(now, -x)), to: now, closed: true });
const next = (step: Step): SpanOf => (now, x) => ({ from: now, to: dayStart(step(now, x)) + DAY });
const older = (step: Step): SpanOf => (now, x) => ({ to: dayStart(step(now, -x)) });

const day = (offset: number): SpanOf => (now) => ({ from: dayStart(now) + offset * DAY, to: dayStart(now) + (offset + 1) * DAY });
const week = (offset: number): SpanOf => (now) => ({ from: weekStart(now) + offset * 7 * DAY, to: weekStart(now) + (offset + 1) * 7 * DAY });
const month = (offset: number): SpanOf => (now) => ({ from: monthStart(now, offset), to: monthStart(now, offset + 1) });
const year = (offset: number): SpanOf => (now) => ({ from: yearStart(now, offset), to: yearStart(now, offset + 1) });

/** Operators without a number. */
export const FIXED_SPANS: Readonly<Record<string, SpanOf>> = {
  yesterday: day(-1), today: day(0), tomorrow: day(1),
  "last-week": week(-1), "this-week": week(0), "next-week": week(1),
  "last-month": month(-1), "this-month": month(0), "next-month": month(1),
  "last-year": year(-1), "this-year": year(0), "next-year": year(1),
  "last-seven-days": (now) => last(days(1))(now, 7), "next-seven-days": (now) => next(days(1))(now, 7),
};

/** Operators with a number. */
export const COUNTED_SPANS: Readonly<Record<string, SpanOf>> = {
  "last-x-hours": (now, x) => ({ from: now - x * HOUR, to: now, closed: true }),
  "next-x-hours": (now, x) => ({ from: now, to: now + x * HOUR, closed: true }),
  "last-x-days": last(days(1)), "next-x-days": next(days(1)),
  "last-x-weeks": last(days(7)), "next-x-weeks": next(days(7)),
  "last-x-months": last(months(1)), "next-x-months": next(months(1)),
  "last-x-years": last(months(12)), "next-x-years": next(months(12)),
  "olderthan-x-minutes": (now, x) => ({ to: now - x * 60_000 }),
  "olderthan-x-hours": (now, x) => ({ to: now - x * HOUR }),
  "olderthan-x-days": older(days(1)), "olderthan-x-weeks": older(days(7)),
  "olderthan-x-months": older(months(1)), "olderthan-x-years": older(months(12)),
};

/** The span of a day given by the caller, for on, on-or-before, on-or-after. */
export const DAY_SPANS: Readonly<Record<string, (start: number) => Span>> = {
  on: (start) => ({ from: start, to: start + DAY }),
  "on-or-before": (start) => ({ to: start + DAY }),
  "on-or-after": (start) => ({ from: start }),
};

/** Start of the day that a literal names. Throws when it names none. */
export function dayOf(value: string): number {
  const instant = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value);
  if (Number.isNaN(instant)) throw new DataverseError("0x80040203", `'${value}' is not a date.`);
  return dayStart(instant);
}

const FIRST = Date.parse("0001-01-01T00:00:00Z");
const AFTER_LAST = Date.parse("9999-12-31T00:00:00Z") + DAY;

/** Whether an instant has a literal: its year has four digits. */
export const isWritable = (instant: number): boolean => instant >= FIRST && instant < AFTER_LAST;

/** Ends of a span as literals. */
export const literal = text;
