import fc from "fast-check";
import { instantText, parseClock, parseInstant } from "#domain/calendar/instant";
import { instantOf, localOf, utc, zoneNamed, type Zone } from "#domain/calendar/zones";
import { addBusinessDays, isBusinessDay, nextBusinessDay, weekendsOnly } from "#domain/calendar/business";
import type { Day } from "#domain/calendar/day";
import { day } from "../../builders/facts";

const known = (name: string): Zone => zoneNamed(name) ?? (() => { throw new Error(name); })();
const instant = (text: string): number => parseInstant(text) ?? (() => { throw new Error(text); })();

test("A-40: at 23:30Z on 31 December it is 1 January in Budapest", () => {
  expect(localOf(instant("2026-12-31T23:30:00Z"), known("Europe/Budapest"))).toEqual({ day: "2027-01-01", minute: 30 });
  expect(localOf(instant("2026-12-31T23:30:00Z"), known("America/New_York")).day).toBe("2026-12-31");
});

test.each([
  ["2026-03-28", "2026-03-28T07:00:00Z"], ["2026-03-29", "2026-03-29T06:00:00Z"], ["2026-10-24", "2026-10-24T06:00:00Z"], ["2026-10-25", "2026-10-25T07:00:00Z"],
])("A-40: 08:00 in Budapest on %s is %s, and shows 08:00 again", (on, utcText) => {
  const at = instantOf({ day: day(on), minute: 480 }, known("Europe/Budapest"));
  expect(instantText(at)).toBe(utcText);
  expect(localOf(at, known("Europe/Budapest"))).toEqual({ day: on, minute: 480 });
});

const zoneNames = ["Europe/Budapest", "Europe/London", "Europe/Bucharest", "America/New_York", "America/Phoenix", "America/Los_Angeles", "UTC"];

test.each(zoneNames)("the clocks of %s agree with the platform's, from 2008 to 2050", (timeZone) => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const shown = (at: number): string => format.format(new Date(at * 60_000)).replace(" ", "T");
  fc.assert(fc.property(fc.integer({ min: instant("2008-01-01T00:00Z"), max: instant("2050-01-01T00:00Z") }), (at) => {
    const { day: on, minute } = localOf(at, known(timeZone));
    expect(`${instantText(instantOf({ day: on, minute }, utc)).slice(0, 16)}`).toBe(shown(at));
  }), { numRuns: 400 });
});

test.each(["2026-03-08T06:59Z", "2026-03-08T07:00Z", "2026-11-01T05:59Z", "2026-11-01T06:00Z"])("New York changes its clocks at 2:00: %s", (text) => {
  const platform = new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", timeStyle: "short" }).format(new Date(instant(text) * 60_000));
  expect(localOf(instant(text), known("America/New_York")).minute).toBe(parseClock(platform));
});

test("a zone that is not in the table is not guessed", () => {
  expect(zoneNamed("Europe/Atlantis")).toBeNull();
});

test.each(["2026-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01", "x"])("%s is no instant", (text) => { expect(parseInstant(text)).toBeNull(); });
test.each([["08:00", 480], ["24:00", 1440], ["24:01", null], ["8:00", null], ["08:60", null]])("the clock %s is minute %s", (text, minute) => { expect(parseClock(text)).toBe(minute); });

describe("business days", () => {
  test("H-38: three business days from a Friday is the Wednesday", () => {
    expect(addBusinessDays(day("2026-03-06"), 3, weekendsOnly)).toBe("2026-03-11");
  });
  test.each([["2026-03-07", 1, "2026-03-09"], ["2026-03-07", 0, "2026-03-07"], ["2026-03-06", 0, "2026-03-06"], ["2026-03-06", 1, "2026-03-09"]])("H-38: %s and %i business days is %s", (from, days, to) => {
    expect(addBusinessDays(day(from), days, weekendsOnly)).toBe(to);
  });
  test("L-15: a swap Saturday counts as business when its row is present", () => {
    const saturday = day("2026-08-08");
    expect(isBusinessDay(saturday, weekendsOnly)).toBe(false);
    const moved = { weekend: [0, 6], holidays: new Set([day("2026-08-21")]), worked: new Set<Day>([saturday]) };
    expect(isBusinessDay(saturday, moved)).toBe(true);
    expect(nextBusinessDay(day("2026-08-20"), { ...moved, holidays: new Set([day("2026-08-20"), day("2026-08-21")]) })).toBe("2026-08-24");
  });
});
