import { isBusinessDay } from "#domain/calendar/business";
import { day } from "../../builders/facts";
import { daysOf, type Country } from "../../../cli/calendars/holidays";

const calendarOf = (country: Country, year: number) => {
  const days = daysOf(country, [year]);
  const those = (worked: boolean) => new Set(days.filter((one) => one.worked === worked).map((one) => day(one.day)));
  return { weekend: [0, 6], holidays: those(false), worked: those(true) };
};

test.each(["HU", "IT", "FR", "ES", "DE", "AT", "RO", "SK", "PL", "GB", "IE", "US"] as const)("L-15: %s has its holidays generated, each day once", (country) => {
  const days = daysOf(country, [2026, 2027]).map((one) => one.day);
  expect(new Set(days).size).toBe(days.length);
  expect(isBusinessDay(day("2027-01-01"), calendarOf(country, 2027))).toBe(false);
});

test("L-15: Easter Monday 2027-03-29 is no business day in Hungary, and the day after is", () => {
  const calendar = calendarOf("HU", 2027);
  expect(isBusinessDay(day("2027-03-29"), calendar)).toBe(false);
  expect(isBusinessDay(day("2027-03-30"), calendar)).toBe(true);
});

test("L-15: the Saturday that Hungary swaps by decree is worked, and the Friday for it is free", () => {
  const calendar = calendarOf("HU", 2026);
  expect([isBusinessDay(day("2026-08-08"), calendar), isBusinessDay(day("2026-08-21"), calendar)]).toEqual([true, false]);
});
