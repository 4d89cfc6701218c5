import { dayOfNumber, dayNumber } from "./arithmetic";
import type { Day } from "./day";
import { parseDay } from "./day";

const padded = (value: number): string => String(value).padStart(2, "0");

/** The same day so many months later; the last day of the month where it has no such day ("2026-01-31" and one month: "2026-02-28"). */
export function addMonths(day: Day, months: number): Day {
  const month = Number(day.slice(5, 7)) - 1 + months;
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12);
  const text = `${String(year).padStart(4, "0")}-${padded((((month % 12) + 12) % 12) + 1)}`;
  for (let number = Number(day.slice(8, 10)); number > 28; number -= 1) {
    const found = parseDay(`${text}-${padded(number)}`);
    if (found !== null) return found;
  }
  return parseDay(`${text}-${padded(Math.min(28, Number(day.slice(8, 10))))}`) ?? dayOfNumber(dayNumber(day));
}
