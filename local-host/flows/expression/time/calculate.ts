import { entryOf } from "../../../entry";
import { invalidTemplate } from "../../error";
import type { Moment } from "./moment";

const FIXED_UNITS: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 };

/** Adds `count` units ("Second" … "Year", any case). A month's end is kept within the month: 31 January + 1 month = 28 February. */
export function addUnits(moment: Moment, count: number, unit: string): Moment {
  const key = unit.toLowerCase();
  const fixed = entryOf(FIXED_UNITS, key);
  if (fixed !== undefined) return shifted(moment, count * fixed);
  const months = entryOf(MONTHS, key);
  if (months === undefined) throw invalidTemplate(`'${unit}' is no unit of time; use Second, Minute, Hour, Day, Week, Month or Year.`);
  return addMonths(moment, count * months);
}

/** Start of the hour, day or month that the moment lies in. */
export function startOf(moment: Moment, unit: "hour" | "day" | "month"): Moment {
  const date = new Date(moment.ms);
  if (unit === "month") date.setUTCDate(1);
  date.setUTCHours(unit === "hour" ? date.getUTCHours() : 0, 0, 0, 0);
  return { ...moment, ms: date.getTime(), ticks: 0 };
}

function shifted(moment: Moment, milliseconds: number): Moment {
  const whole = Math.floor(milliseconds);
  const ticks = moment.ticks + Math.round((milliseconds - whole) * 10_000);
  return { ...moment, ms: moment.ms + whole + Math.floor(ticks / 10_000), ticks: ticks % 10_000 };
}

function addMonths(moment: Moment, count: number): Moment {
  const date = new Date(moment.ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return { ...moment, ms: date.getTime() };
}
