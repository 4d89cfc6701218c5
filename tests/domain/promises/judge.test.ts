import { weekendsOnly } from "#domain/calendar/business";
import { usualTerms, type Terms } from "#domain/dunning/terms";
import { money } from "#domain/money/money";
import { judge, judgedFrom } from "#domain/promises/judge";
import { day, eur, itemOf } from "../../builders/facts";

/** 100.00 EUR promised on Monday 2 March 2026 by Friday the 6th. */
const promise = { id: "P", amount: money(10_000n, eur), takenOn: day("2026-03-02"), promisedOn: day("2026-03-06"), itemIds: ["A"] };

function judged(paid: bigint, bookedOn: string, asOf: string, terms: Partial<Terms> = {}) {
  const item = itemOf("A", { openAmount: money(10_000n - paid, eur), allocations: paid === 0n ? [] : [{ bookedOn: day(bookedOn), amount: money(paid, eur) }] });
  return judge(promise, [item], { asOf: day(asOf), terms: { ...usualTerms, ...terms }, calendar: weekendsOnly }).state;
}

test.each([
  ["nothing paid on the promised day", 0n, "2026-03-06", "2026-03-06", "open"],
  ["nothing paid on the day after it", 0n, "2026-03-06", "2026-03-07", "broken"],
  ["all of it paid before the day", 10_000n, "2026-03-03", "2026-03-03", "kept"],
  ["part of it paid, the day not over", 4_000n, "2026-03-03", "2026-03-06", "open"],
  ["part of it paid, the day over", 4_000n, "2026-03-03", "2026-03-09", "partlyKept"],
  ["paid on the Saturday, too late", 10_000n, "2026-03-07", "2026-03-09", "broken"],
  ["paid before it was taken, which was not promised", 10_000n, "2026-03-01", "2026-03-09", "broken"],
])("%s", (_, paid, bookedOn, asOf, state) => { expect(judged(paid, bookedOn, asOf)).toBe(state); });

test.each([[9_499n, "partlyKept"], [9_500n, "kept"], [9_501n, "kept"]])("kept from 95 percent: %s of 10,000 cents are %s", (paid, state) => {
  expect(judged(paid, "2026-03-04", "2026-03-09", { keptShare: 9_500n })).toBe(state);
});

test.each([
  ["2026-03-10", "2026-03-10", "kept"], ["2026-03-11", "2026-03-11", "broken"], ["2026-03-11", "2026-03-10", "open"],
])("two business days of grace after Friday end on Tuesday: booked on %s, judged on %s", (bookedOn, asOf, state) => {
  expect(judged(10_000n, bookedOn, asOf, { promiseGraceDays: 2 })).toBe(state);
});

test("the day of judgement is the day after the promised day and the business days of grace", () => {
  const on = (days: number) => judgedFrom(promise, { terms: { ...usualTerms, promiseGraceDays: days }, calendar: weekendsOnly });
  expect([on(0), on(1), on(5)]).toEqual(["2026-03-07", "2026-03-10", "2026-03-14"]);
});

describe("a payment is in time by its value date, and known from its booking day", () => {
  const item = (bookedOn: string, valueOn: string) => itemOf("A", { openAmount: money(0n, eur), allocations: [{ bookedOn: day(bookedOn), valueOn: day(valueOn), amount: money(10_000n, eur) }] });
  test.each([
    ["entered early for a day that is too late, while the day is not over", "2026-03-04", "2026-03-31", "2026-03-06", "open"],
    ["entered early for a day that is too late, once the day is over", "2026-03-04", "2026-03-31", "2026-03-09", "broken"],
    ["of the promised day that is booked on Monday, as far as Saturday knows", "2026-03-09", "2026-03-06", "2026-03-07", "broken"],
    ["of the promised day that is booked on Monday, as Monday knows", "2026-03-09", "2026-03-06", "2026-03-09", "kept"],
    ["of a day before the promise that is booked after it", "2026-03-03", "2026-02-27", "2026-03-03", "kept"],
  ])("%s", (_, bookedOn, valueOn, asOf, state) => {
    expect(judge(promise, [item(bookedOn, valueOn)], { asOf: day(asOf), terms: usualTerms, calendar: weekendsOnly }).state).toBe(state);
  });
});
