import { formatDay, formatMoment, formatNumber, momentOf, parseNumber, timeOf } from "../../../local-host/player/fields/format";
import { parseDay } from "../../../local-host/player/fields/parseday";
import { addressOf, readRoute, type Route } from "../../../local-host/player/shell/route";
import { languageCookie, userLanguage } from "../../../local-host/player/shell/language";
import { makeFormatting, weekOfYear } from "../../../local-host/player/pcf/formatting";

describe("numbers as the user writes them", () => {
  test.each([
    ["1,234.5", "en-US", 1234.5], ["1 234,5", "hu-HU", 1234.5], ["1\u00a0234,5", "hu-HU", 1234.5], ["-7", "hu-HU", -7], [".5", "en-US", 0.5],
    ["1.234,5", "de-DE", 1234.5], ["abc", "en-US", null], ["", "en-US", null], ["1.2.3", "en-US", null],
  ])("%s in %s", (text, locale, value) => { expect(parseNumber(text, locale)).toBe(value); });

  test.each(["en-US", "hu-HU", "de-DE"])("what is shown can be typed: %s", (locale) => {
    expect(parseNumber(formatNumber(-1234567.89, 2, locale), locale)).toBe(-1234567.89);
  });
});

describe("days as the user writes them", () => {
  test.each([
    ["2026-11-24", "en-US", "2026-11-24"], ["11/24/2026", "en-US", "2026-11-24"], ["2026. 11. 24.", "hu-HU", "2026-11-24"], ["24.11.2026", "de-DE", "2026-11-24"],
    ["11/24/26", "en-US", "2026-11-24"], ["2/31/2026", "en-US", null], ["tomorrow", "en-US", null], ["24", "en-US", null],
  ])("%s in %s", (text, locale, day) => { expect(parseDay(text, locale)).toBe(day); });

  test.each(["en-US", "hu-HU", "de-DE", "en-GB"])("what is shown can be typed: %s", (locale) => {
    for (const day of ["2026-01-05", "2026-05-31", "2026-12-24"]) expect(parseDay(formatDay(day, locale), locale)).toBe(day);
  });

  test.each([["en-US", "11/5/2026", "11/5/2026 3:05 AM"], ["hu-HU", "2026. 11. 05.", "2026. 11. 05. 03:05"], ["de-DE", "05.11.2026", "05.11.2026 03:05"]])(
    "a day has one form in %s, with and without its time, for fields, grids, scripts and controls", (locale, day, moment) => {
      const iso = momentOf("2026-11-05", "03:05");
      const formatting = makeFormatting(locale) as ComponentFramework.Formatting;
      expect([formatDay("2026-11-05", locale), formatting.formatDateShort(new Date(iso))]).toEqual([day, day]);
      expect([formatMoment(iso, locale), formatting.formatDateShort(new Date(iso), true)]).toEqual([moment, moment]);
    });

  test("a moment keeps its time of day", () => { expect(timeOf(momentOf("2026-11-24", "13:45"))).toBe("13:45"); });

  test.each([["2026-01-01", 1], ["2025-12-28", 52], ["2025-12-29", 1], ["2027-01-03", 53]])("week of %s is %i", (day, week) => {
    expect(weekOfYear(new Date(`${day}T12:00:00`))).toBe(week);
  });
});

describe("addresses", () => {
  const routes: readonly Route[] = [
    { page: "home" }, { page: "list", table: "x_room", view: null }, { page: "list", table: "x_room", view: "v1" }, { page: "row", table: "x_room", id: "r1", parent: null },
    { page: "row", table: "x_room", id: null, parent: { column: "x_house", table: "y_house", id: "h1", name: "A & B: the house" } },
  ];

  test.each(routes)("$page is read back from its address", (route) => {
    const url = new URL(addressOf(route, "?lang=1038"), "http://localhost");
    expect(readRoute(url.pathname, url.search)).toEqual(route);
    expect(url.searchParams.get("lang")).toBe("1038");
  });

  test("the language is the address's, else the browser's", () => {
    const of = (search: string, cookies: string, browser: string): number => userLanguage({ search, cookies, browser });
    expect([of("?lang=1031", "", "hu-HU"), of("", "", "hu"), of("", "", "fr-FR")]).toEqual([1031, 1038, 1033]);
    const [kept = ""] = languageCookie("1038").split(";");
    expect([of("", kept, "en-US"), of("", `a=1; ${kept}; b=2`, "en-US"), of("?lang=1033", kept, "en-US"), of("", `not-${kept}`, "en-US")]).toEqual([1038, 1038, 1033, 1033]);
  });
});
