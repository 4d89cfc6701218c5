import fc from "fast-check";
import { weekendsOnly } from "#domain/calendar/business";
import { addMonths } from "#domain/calendar/months";
import { usualTerms } from "#domain/dunning/terms";
import { money } from "#domain/money/money";
import { judgePlan } from "#domain/plans/judge";
import { proposePlan } from "#domain/plans/propose";
import { day, eur, itemOf } from "../../builders/facts";

const wish = { amount: money(100_000n, eur), firstOn: day("2026-04-01"), takenOn: day("2026-03-02"), months: 1, limits: { name: "Half a year", most: 6, months: 1, least: money(5_000n, eur) } };

test.each([[1, null], [3, null], [6, null], [7, "DULY-PLAN-002"], [12, "DULY-PLAN-002"], [0, "DULY-PLAN-002"]])("E-39: 1,000 in %i instalments, at most 6", (count, code) => {
  const plan = proposePlan({ ...wish, count });
  expect("code" in plan ? plan.code : null).toBe(code);
});

test("E-39: 1,000 over 3 months: the cent that does not divide comes first, and nothing is lost", () => {
  expect(proposePlan({ ...wish, count: 3 })).toEqual([
    { dueOn: "2026-04-01", amount: money(33_334n, eur) }, { dueOn: "2026-05-01", amount: money(33_333n, eur) }, { dueOn: "2026-06-01", amount: money(33_333n, eur) },
  ]);
});

test.each([
  ["smaller instalments than the template allows", { amount: money(29_999n, eur), count: 6 }, "DULY-PLAN-004"], ["nothing", { amount: money(0n, eur), count: 2 }, "DULY-PLAN-001"],
  ["a first day before the agreement", { firstOn: day("2026-03-01"), count: 2 }, "DULY-PLAN-003"], ["more instalments than cents", { amount: money(2n, eur), count: 3, limits: null }, "DULY-PLAN-004"],
])("%s: refused", (_, parts, code) => { expect(proposePlan({ ...wish, ...parts })).toMatchObject({ code }); });

test("T-22: whatever the amount and number, the instalments add up to the amount, differ by a cent at most, and their days increase", () => {
  fc.assert(fc.property(fc.integer({ min: 120, max: 10_000_000 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 12 }), (cents, count, months) => {
    const plan = proposePlan({ ...wish, amount: money(BigInt(cents), eur), count, months, limits: null });
    if ("code" in plan) throw new Error(plan.code);
    const minors = plan.map(({ amount }) => amount.minor);
    expect(minors.reduce((sum, one) => sum + one, 0n)).toBe(BigInt(cents));
    expect((minors[0] ?? 0n) - (minors[minors.length - 1] ?? 0n)).toBeLessThanOrEqual(1n);
    expect(plan.every(({ dueOn }, index) => index === 0 || dueOn > (plan[index - 1]?.dueOn ?? ""))).toBe(true);
  }), { numRuns: 500 });
});

test.each([["2026-01-31", 1, "2026-02-28"], ["2028-01-31", 1, "2028-02-29"], ["2026-01-31", 2, "2026-03-31"], ["2026-11-30", 3, "2027-02-28"], ["2026-12-15", 12, "2027-12-15"]])("%s and %i months: %s", (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

describe("a plan of 2 × 50.00 by 1 April (a Wednesday) and 1 May", () => {
  const plan = { id: "P", takenOn: day("2026-03-02"), itemIds: ["A"], instalments: [{ dueOn: day("2026-04-01"), amount: money(5_000n, eur) }, { dueOn: day("2026-05-01"), amount: money(5_000n, eur) }] };
  const paid = (...parts: readonly (readonly [string, bigint])[]) => itemOf("A", {
    openAmount: money(10_000n - parts.reduce((sum, [, minor]) => sum + minor, 0n), eur), allocations: parts.map(([bookedOn, minor]) => ({ bookedOn: day(bookedOn), amount: money(minor, eur) })),
  });
  const judged = (item: ReturnType<typeof paid>, asOf: string, planGraceDays = 0) => judgePlan(plan, [item], { asOf: day(asOf), terms: { ...usualTerms, planGraceDays }, calendar: weekendsOnly });

  test.each([
    ["nothing is due yet", paid(), "2026-03-31", 0, "open", "2026-04-02"], ["on the day itself", paid(), "2026-04-01", 0, "open", "2026-04-02"],
    ["a day late", paid(), "2026-04-02", 0, "broken", null], ["a day late, with two business days of grace", paid(), "2026-04-02", 2, "open", "2026-04-04"],
    ["paid within the grace", paid(["2026-04-03", 5_000n]), "2026-04-06", 2, "open", "2026-05-06"], ["paid after the grace", paid(["2026-04-06", 5_000n]), "2026-04-06", 2, "broken", null],
    ["a cent short", paid(["2026-04-01", 4_999n]), "2026-04-02", 0, "broken", null], ["the first paid", paid(["2026-04-01", 5_000n]), "2026-04-02", 0, "open", "2026-05-02"],
    ["both paid ahead", paid(["2026-03-10", 10_000n]), "2026-03-10", 0, "kept", null], ["paid before it was agreed, which does not count", paid(["2026-03-01", 5_000n]), "2026-04-02", 0, "broken", null],
  ])("T-22: %s", (_, item, asOf, grace, state, changeOn) => { expect(judged(item, asOf, grace)).toMatchObject({ state, changeOn }); });
});
