import type { SqlValue } from "../../store/sql";
import type { Value } from "../contract";
import { refuseType, type Place } from "./refuse";

type Encode = (value: Value) => SqlValue;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

const found = new Set<string>();
const FOUND_LIMIT = 10_000;

/** Whether the text is a day of the calendar, "YYYY-MM-DD". A run writes the same few days thousands of times: those found once are kept. */
export function isDay(text: string): boolean {
  if (found.has(text)) return true;
  if (!isOfCalendar(text)) return false;
  if (found.size < FOUND_LIMIT) found.add(text);
  return true;
}

function isOfCalendar(text: string): boolean {
  const [, year, month, date] = DAY.exec(text) ?? [];
  if (year === undefined || month === undefined || date === undefined) return false;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1 && Number(date) <= days;
}

export const encodeDay = (place: Place): Encode => (value) =>
  (typeof value === "string" && isDay(value) ? value : refuseType(place, value, "a day such as \"2026-11-23\""));

/** Stored in UTC to the second. */
export const encodeInstant = (place: Place): Encode => (value) => {
  const [text, date = "", , , seconds, zone] = (typeof value === "string" ? INSTANT.exec(value) : null) ?? [];
  if (text === undefined || !isDay(date) || Number.isNaN(Date.parse(text))) return refuseType(place, value, "a time such as \"2026-11-23T08:30:00Z\"");
  if (zone === "Z" && seconds !== undefined && text.length === 20) return text;
  return `${new Date(text).toISOString().slice(0, 19)}Z`;
};
