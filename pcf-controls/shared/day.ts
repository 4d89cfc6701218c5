/** A calendar day as rows carry it: "2026-11-23". */
export type Day = string;

const pad = (value: number): string => String(value).padStart(2, "0");

/** Local midnight of a day: what date pickers and `formatDateShort` take. A time part is cut off. */
export function toDate(day: Day): Date {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, date ?? 1);
}

/** Calendar day of a local date. */
export const toDay = (date: Date): Day => `${String(date.getFullYear()).padStart(4, "0")}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** Whole days from one day to another; negative when `to` is earlier. Rounded, as a day with a clock change has 23 or 25 hours. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toDate(to).getTime() - toDate(from).getTime()) / 86_400_000);

/** The day `count` days later. */
export function addDays(day: Day, count: number): Day {
  const date = toDate(day);
  date.setDate(date.getDate() + count);
  return toDay(date);
}

/** Last day of the month of a day. */
export function endOfMonth(day: Day): Day {
  const date = toDate(day);
  return toDay(new Date(date.getFullYear(), date.getMonth() + 1, 0));
}

const order = (pattern: string): readonly string[] => ["y", "m", "d"].sort((a, b) => pattern.indexOf(a) - pattern.indexOf(b));

/**
 * Reads a typed day. `sample` is 2033-11-22 as the user's settings show it and gives the order of the parts:
 * "22/11/2033" makes "5/6/26" the 5th of June. ISO days are always understood. Null = not a day of the calendar.
 */
export function parseDay(text: string, sample: string): Day | null {
  const parts = text.match(/\d+/g) ?? [];
  if (parts.length !== 3) return null;
  const shape = (parts[0] ?? "").length === 4 ? "ymd" : sample.replace(/2033|33/, "y").replace("11", "m").replace("22", "d");
  const read = new Map(order(shape).map((name, index) => [name, Number(parts[index])]));
  const year = read.get("y") ?? 0;
  const date = new Date(year < 100 ? year + 2000 : year, (read.get("m") ?? 0) - 1, read.get("d") ?? 0);
  return date.getMonth() === (read.get("m") ?? 0) - 1 && date.getDate() === read.get("d") ? toDay(date) : null;
}
