import fc from "fast-check";
import { addDays, daysBetween, endOfMonth, parseDay, toDate, toDay } from "../../../pcf-controls/shared/day";

describe("calendar days", () => {
  test.each([
    ["24/11/2026", "22/11/2033", "2026-11-24"], ["5/6/26", "22/11/2033", "2026-06-05"], ["11/24/2026", "11/22/2033", "2026-11-24"],
    ["2026. 11. 24.", "2033. 11. 22.", "2026-11-24"], ["2026-11-24", "22/11/2033", "2026-11-24"], ["24.11.2026", "22.11.33", "2026-11-24"],
    ["31/02/2026", "22/11/2033", null], ["13/13/2026", "22/11/2033", null], ["tomorrow", "22/11/2033", null], ["24/11", "22/11/2033", null],
  ])("%p, typed where 22 November 2033 reads %p, is %p", (text, sample, day) => expect(parseDay(text, sample)).toBe(day));

  test("days between count calendar days, also over a change of the clock", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
  });

  test("adding and counting agree", () => {
    const day = fc.date({ min: new Date(2000, 0, 1), max: new Date(2050, 0, 1), noInvalidDate: true }).map(toDay);
    fc.assert(fc.property(day, fc.integer({ min: -400, max: 400 }), (from, count) => expect(daysBetween(from, addDays(from, count))).toBe(count)));
  });

  test.each([["2028-02-03", "2028-02-29"], ["2026-12-31", "2026-12-31"]])("the month of %p ends on %p", (day, end) => expect(endOfMonth(day)).toBe(end));

  test("a time part is cut off", () => expect(toDay(toDate("2026-11-24T22:00:00Z"))).toBe("2026-11-24"));
});
