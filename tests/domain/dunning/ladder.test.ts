import fc from "fast-check";
import { addDays, daysBetween } from "#domain/calendar/arithmetic";
import { nextBusinessDay, weekendsOnly } from "#domain/calendar/business";
import { decide } from "#domain/dunning/decide";
import { messageText } from "#domain/messages/text";
import { money } from "#domain/money/money";
import { day, eur, factsOf, itemOf, ladderAt, policyOf, strategyOf } from "../../builders/facts";
import { play } from "../../builders/ladder";

const oneItem = (due: string, strategy = strategyOf(3, 10, 20), issuedOn = "2020-01-01") =>
  ({ facts: factsOf([itemOf("A", { dueOn: day(due), issuedOn: day(issuedOn) })]), policy: policyOf(strategy) });

test("O-26: three steps: days 3, 10 and 20 after Monday 2 March, each once, then quiet", () => {
  const { facts, policy } = oneItem("2026-03-02");
  expect(play(facts, policy, { from: day("2026-03-01"), nights: 60 })).toEqual([["2026-03-05", "A@1"], ["2026-03-12", "A@2"], ["2026-03-23", "A@3"]]);
});

test("O-26, C-25: the same item on days 5, 20 and 40 after its due date is told levels 1, 2 and 3, never twice the same", () => {
  // Wednesday 4 March: all three days are business days.
  const { facts, policy } = oneItem("2026-03-04", strategyOf(5, 20, 40));
  const told = play(facts, policy, { from: day("2026-03-02"), nights: 120 });
  expect(told.map(([on, ...items]) => [daysBetween(day("2026-03-04"), on), ...items])).toEqual([[5, "A@1"], [20, "A@2"], [40, "A@3"]]);
});

test("A-30: a step on a Saturday moves to Monday, and the next one counts from the day on which it was sent", () => {
  const { facts, policy } = oneItem("2026-03-04", strategyOf(3, 6));
  expect(play(facts, policy, { from: day("2026-03-01"), nights: 30 })).toEqual([["2026-03-09", "A@1"], ["2026-03-12", "A@2"]]);
});

test("A-24, A-25: an item that comes 40 days late begins at level 1 and keeps the days between the steps", () => {
  const { facts, policy } = oneItem("2026-01-19");
  expect(play(facts, policy, { from: day("2026-03-02"), nights: 40 })).toEqual([["2026-03-02", "A@1"], ["2026-03-09", "A@2"], ["2026-03-19", "A@3"]]);
});

test("A-25: the explanation says why the ladder goes no further today, though the item is late enough for every step", () => {
  const facts = factsOf([itemOf("A", { dueOn: day("2026-01-19"), ladder: ladderAt(1, "2026-03-02") })]);
  const [reason] = decide(facts, policyOf(), day("2026-03-03")).reasons;
  expect(messageText(`reason.${reason?.code ?? "error"}`, reason?.compared)).toBe("43 days past due on 2026-03-03; step 2 follows on 2026-03-09.");
});

test("A-03: nights that were missed are caught up one step at a time", () => {
  const { facts, policy } = oneItem("2026-03-02");
  expect(play(facts, policy, { from: day("2026-03-10"), nights: 12 })).toEqual([["2026-03-10", "A@1"], ["2026-03-17", "A@2"]]);
});

test.each([["O-25", -3, "2026-03-12"], ["C-24", -5, "2026-03-14"]])("%s: a step at %i for an item due on %s acts on 9 March and not again the day after", (_, offset, due) => {
  const { facts, policy } = oneItem(due, strategyOf(offset, 5));
  expect(play(facts, policy, { from: day("2026-03-02"), nights: 12 })).toEqual([["2026-03-09", "A@1"]]);
});

test("A-04: the first reminder goes out on the due date plus the offset, on the next business day", () => {
  fc.assert(fc.property(fc.integer({ min: -30, max: 120 }), fc.integer({ min: 0, max: 400 }), (offset, shift) => {
    const due = addDays(day("2025-06-01"), shift);
    const { facts, policy } = oneItem(due, strategyOf(offset));
    const [[actedOn] = [null]] = play(facts, policy, { from: addDays(due, offset - 2), nights: 8 });
    expect(actedOn).toBe(nextBusinessDay(addDays(due, offset), weekendsOnly));
  }), { numRuns: 300 });
});

test("two steps never come closer to each other than their offsets lie apart", () => {
  const offsets = fc.uniqueArray(fc.integer({ min: -20, max: 90 }), { minLength: 2, maxLength: 5 }).map((all) => [...all].sort((a, b) => a - b));
  fc.assert(fc.property(offsets, fc.integer({ min: -30, max: 60 }), (steps, late) => {
    const due = day("2026-03-02");
    const { facts, policy } = oneItem(due, strategyOf(...steps));
    const reminders = play(facts, policy, { from: addDays(due, late), nights: 200 });
    expect(reminders.map(([, told]) => told)).toEqual(steps.map((_, index) => `A@${index + 1}`));
    reminders.slice(1).forEach(([on], index) => {
      const before = reminders[index]?.[0] ?? on;
      expect(daysBetween(before, on)).toBeGreaterThanOrEqual((steps[index + 1] ?? 0) - (steps[index] ?? 0));
    });
  }), { numRuns: 60 });
});

test("A-23: of two instalments only the one that is late is reminded about, with its own amount", () => {
  const half = { amount: money(5_000n, eur), openAmount: money(5_000n, eur) };
  const facts = factsOf([itemOf("I1", { ...half, dueOn: day("2026-03-02") }), itemOf("I2", { ...half, dueOn: day("2026-03-17") })]);
  expect(play(facts, policyOf(), { from: day("2026-03-07"), nights: 5 })).toEqual([["2026-03-09", "I1@1"]]);
});

test("A-16: items at different levels that fall on one night share one message", () => {
  const facts = factsOf([
    itemOf("old", { dueOn: day("2026-03-02"), ladder: ladderAt(1, "2026-03-05") }), itemOf("new", { dueOn: day("2026-03-09") }),
  ]);
  expect(play(facts, policyOf(), { from: day("2026-03-12"), nights: 1 })).toEqual([["2026-03-12", "old@2", "new@1"]]);
});

test("A-26: when the item with the highest level is paid the debtor's level is that of the others, and no step is skipped", () => {
  const paidOn = day("2026-03-13");
  const facts = factsOf([
    itemOf("A", { dueOn: day("2026-03-02"), open: 0n, allocations: [{ bookedOn: paidOn, amount: money(10_000n, eur) }] }),
    itemOf("B", { dueOn: day("2026-03-10") }),
  ]);
  expect(play(facts, policyOf(), { from: day("2026-03-03"), nights: 30 })).toEqual([
    ["2026-03-05", "A@1"], ["2026-03-12", "A@2"], ["2026-03-13", "B@1"], ["2026-03-20", "B@2"], ["2026-03-30", "B@3"],
  ]);
});
