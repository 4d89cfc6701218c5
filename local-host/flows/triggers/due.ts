import { toLocal, toUtc } from "../expression/time/zones";
import type { Recurrence } from "./recurrence";

const DAY = 86_400_000;
const FIXED: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000 };

/**
 * Instants (UTC milliseconds, ascending) at which the recurrence is due from `fromMs` up to, not including, `toMs`, so that windows that touch never fire twice.
 * Days, weeks and months follow the wall clock of the zone; a time in the gap of spring fires right after it, one that occurs twice in autumn fires once.
 */
export function dueBetween(recurrence: Recurrence, fromMs: number, toMs: number): number[] {
  const from = Math.max(fromMs, recurrence.startUtc ?? fromMs);
  const to = Math.min(toMs, recurrence.endUtc ?? toMs);
  const unit = FIXED[recurrence.frequency];
  return unit === undefined ? dueByCalendar(recurrence, from, to) : dueBySteps(recurrence, unit * recurrence.interval, [from, to]);
}

function dueBySteps({ anchorLocal, zone }: Recurrence, step: number, [from, to]: readonly [number, number]): number[] {
  const anchor = toUtc(anchorLocal, zone, "earlier");
  const due: number[] = [];
  for (let at = anchor + Math.ceil((from - anchor) / step) * step; at < to; at += step) due.push(at);
  return due;
}

function dueByCalendar(recurrence: Recurrence, from: number, to: number): number[] {
  const { zone, hours, minutes } = recurrence;
  const due = new Set<number>();
  const firstDay = Math.floor(toLocal(from, zone) / DAY) - 1;
  const lastDay = Math.floor(toLocal(to, zone) / DAY) + 1;
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (!falls(recurrence, day)) continue;
    for (const hour of hours) for (const minute of minutes) due.add(toUtc(day * DAY + hour * 3_600_000 + minute * 60_000, zone, "earlier"));
  }
  return [...due].filter((at) => at >= from && at < to).sort((a, b) => a - b);
}

/** `day` counts from 1970-01-01, a Thursday. */
function falls(recurrence: Recurrence, day: number): boolean {
  const { frequency, interval, anchorLocal } = recurrence;
  const anchorDay = Math.floor(anchorLocal / DAY);
  if (frequency === "day") return modulo(day - anchorDay, interval) === 0;
  if (frequency === "week") {
    const weekDay = (of: number): number => modulo(of + 4, 7);
    return modulo(week(day) - week(anchorDay), interval) === 0 && (recurrence.weekDays ?? [weekDay(anchorDay)]).includes(weekDay(day));
  }
  return fallsInMonth(recurrence, new Date(day * DAY), new Date(anchorLocal));
}

/** Weeks begin on Monday. */
function week(day: number): number {
  return Math.floor((day + 3) / 7);
}

/** A month that is too short for the anchor's day is due on its last day. */
function fallsInMonth({ interval, monthDays }: Recurrence, date: Date, anchor: Date): boolean {
  const months = (date.getUTCFullYear() - anchor.getUTCFullYear()) * 12 + date.getUTCMonth() - anchor.getUTCMonth();
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const days = monthDays ?? [Math.min(anchor.getUTCDate(), last)];
  return modulo(months, interval) === 0 && days.includes(date.getUTCDate());
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
