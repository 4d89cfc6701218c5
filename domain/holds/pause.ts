import { addDays, daysBetween } from "../calendar/arithmetic";
import { earlier, later, type Day } from "../calendar/day";
import type { Hold } from "./hold";

/** Days of holds that pause the ladder of an item, from one day (included) to another (not included); overlapping holds count once. */
export function pausedDays(holds: readonly Hold[], itemId: string, from: Day, until: Day): number {
  if (holds.length === 0) return 0;
  const spans = holds.filter((hold) => hold.pauses && (hold.itemId === null || hold.itemId === itemId))
    .map(({ startsOn, endsOn }) => ({ start: later(startsOn, from), end: endsOn === null ? until : earlier(addDays(endsOn, 1), until) }))
    .filter(({ start, end }) => start < end).sort((left, right) => (left.start < right.start ? -1 : 1));
  let [days, counted] = [0, from];
  for (const { start, end } of spans) {
    const begin = later(start, counted);
    if (begin < end) days += daysBetween(begin, end);
    counted = later(counted, end);
  }
  return days;
}
