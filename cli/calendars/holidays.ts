import Holidays from "date-holidays";
import { readFileSync } from "node:fs";
import { inRoot } from "../root";

/** Countries with a calendar of their own. */
export const countries = ["HU", "IT", "FR", "ES", "DE", "AT", "RO", "SK", "PL", "GB", "IE", "US"] as const;
export type Country = (typeof countries)[number];

/** A single day of a calendar; `worked` = the day is worked although its weekday is free. */
export interface NamedDay { readonly day: string; readonly name: string; readonly worked: boolean }

interface MovedPack { readonly country: string; readonly days: readonly NamedDay[] }

/** Days that a government moved by decree; no library knows them. */
const movedDays = (country: Country): readonly NamedDay[] =>
  (country === "HU" ? (JSON.parse(readFileSync(inRoot("examples", "packs", "holidays", "moved-HU.json"), "utf8")) as MovedPack).days : []);

/** Public holidays of a whole country in the order of the days, and the days that were moved. Regional holidays are the administrator's to add. */
export function daysOf(country: Country, years: readonly number[]): readonly NamedDay[] {
  const library = new Holidays(country, { languages: ["en"], types: ["public"] });
  const found = years.flatMap((year) => library.getHolidays(year)).map(({ date, name }) => ({ day: date.slice(0, 10), name, worked: false }));
  const moved = movedDays(country).filter(({ day }) => years.includes(Number(day.slice(0, 4))));
  const byDay = new Map([...found, ...moved].map((one) => [one.day, one]));
  return [...byDay.values()].sort((left, right) => (left.day < right.day ? -1 : 1));
}
