import { dayOf } from "../../../local-host/player/fields/format";
import { followHostClock } from "../../../local-host/player/shell/hostclock";

test("today in the page is the host's business day, whatever the browser's time zone", () => {
  for (const nowUtc of ["2012-06-30T02:00:00Z", "2012-06-30T23:30:00Z"]) {
    followHostClock({ nowUtc, day: "2012-06-30" });
    expect(dayOf(new window.Date())).toBe("2012-06-30");
  }
});

test("the clock goes on from there, and given dates stay what they are", () => {
  followHostClock({ nowUtc: "2012-06-30T12:00:00Z", day: "2012-06-30" });
  const first = window.Date.now();
  expect(new window.Date().getTime() - first).toBeLessThan(1000);
  expect(new window.Date("2026-11-24T00:00:00Z").toISOString()).toBe("2026-11-24T00:00:00.000Z");
  expect(new window.Date()).toBeInstanceOf(Date);
});

test("a clock that cannot be read changes nothing", () => {
  followHostClock({ nowUtc: "2012-06-30T12:00:00Z", day: "2012-06-30" });
  followHostClock({ nowUtc: "", day: "" });
  expect(new window.Date().getFullYear()).toBe(2012);
});
