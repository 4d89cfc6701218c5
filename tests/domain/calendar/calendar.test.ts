import fc from "fast-check";
import { addDays, dayOfNumber, daysBetween, weekday } from "#domain/calendar/arithmetic";
import { isBusinessDay, nextBusinessDay, weekendsOnly } from "#domain/calendar/business";
import { earliest, parseDay, type Day } from "#domain/calendar/day";

const day = (text: string): Day => parseDay(text) ?? (() => { throw new Error(text); })();
const anyDay = fc.integer({ min: -25_000, max: 60_000 }).map(dayOfNumber);

test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-04-31", "x"])("%s is no day", (text) => {
  expect(parseDay(text)).toBeNull();
});

test("a text is a day exactly when it is written as one and the calendar has it", () => {
  const sign = fc.constantFrom(..."0123456789-:. +ex".split(""));
  const near = fc.tuple(anyDay, fc.nat(9), sign).map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
  const written = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  fc.assert(fc.property(fc.oneof(near, fc.string(), fc.stringMatching(/^[\d-]{10}$/)), (text) => { expect(parseDay(text) !== null).toBe(written(text)); }), { numRuns: 5000 });
});

test.each([["2024-02-28", 1, "2024-02-29"], ["2024-02-29", 1, "2024-03-01"], ["1900-02-28", 1, "1900-03-01"], ["2026-12-31", 1, "2027-01-01"], ["2026-01-01", -1, "2025-12-31"]])(
  "%s and %i days is %s", (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });

test("days agree with the platform's own calendar", () => {
  fc.assert(fc.property(anyDay, (one) => {
    const date = new Date(`${one}T00:00:00Z`);
    expect([date.toISOString().slice(0, 10), date.getUTCDay()]).toEqual([one, weekday(one)]);
  }));
});

test("adding days and counting them are inverse", () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
    expect(daysBetween(from, addDays(from, days))).toBe(days);
  }));
});

test.each([["2026-03-06", "2026-03-06"], ["2026-03-07", "2026-03-09"], ["2026-03-08", "2026-03-09"], ["2026-03-09", "2026-03-09"]])(
  "the business day of %s is %s", (from, to) => {
    expect(nextBusinessDay(day(from), weekendsOnly)).toBe(to);
  });

test("a holiday is passed over as well", () => {
  const calendar = { weekend: [0, 6], holidays: new Set([day("2026-04-03"), day("2026-04-06")]), worked: new Set<Day>() };
  expect(nextBusinessDay(day("2026-04-03"), calendar)).toBe("2026-04-07");
  expect(isBusinessDay(day("2026-04-06"), calendar)).toBe(false);
});

test("the earliest of some days passes over those that are missing", () => {
  expect(earliest([null, day("2026-03-02"), day("2026-03-01")])).toBe("2026-03-01");
  expect(earliest([null])).toBeNull();
});
