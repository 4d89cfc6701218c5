import { validatePromise, type Promisable, type PromiseDraft } from "#domain/promises/validate";
import { money } from "#domain/money/money";
import { day, eur } from "../../builders/facts";

const item = (parts: Partial<Promisable> = {}): Promisable => ({ id: "A", name: "A/1", open: money(10_000n, eur), promisedBy: null, ...parts });
const draft = (parts: Partial<PromiseDraft> = {}): PromiseDraft => ({ amount: null, takenOn: day("2026-03-06"), promisedOn: day("2026-03-13"), items: [item(), item({ id: "B" })], ...parts });
const codeOf = (parts: Partial<PromiseDraft>) => {
  const verdict = validatePromise(draft(parts), "EUR");
  return verdict.ok ? `ok ${verdict.amount.minor}` : verdict.fault.code;
};

test.each([
  ["no amount means everything that is open", {}, "ok 20000"], ["a part may be promised", { amount: money(1n, eur) }, "ok 1"],
  ["exactly what is open", { amount: money(20_000n, eur) }, "ok 20000"], ["one unit more is refused", { amount: money(20_001n, eur) }, "DULY-PROMISE-004"],
  ["nothing is refused", { amount: money(0n, eur) }, "DULY-PROMISE-003"], ["less than nothing is refused", { amount: money(-1n, eur) }, "DULY-PROMISE-003"],
  ["the same day is in time", { promisedOn: day("2026-03-06") }, "ok 20000"], ["the day before is refused", { promisedOn: day("2026-03-05") }, "DULY-PROMISE-005"],
  ["ten years ahead is the most", { promisedOn: day("2036-03-06") }, "ok 20000"], ["a day later is refused", { promisedOn: day("2036-03-07") }, "DULY-PROMISE-013"], ["the end of time is refused", { promisedOn: day("9999-12-31") }, "DULY-PROMISE-013"],
  ["no item is refused", { items: [] }, "DULY-PROMISE-001"], ["an item is promised once", { items: [item(), item({ promisedBy: day("2026-03-20") })] }, "DULY-PROMISE-006"],
] as const)("%s", (_, parts, expected) => {
  expect(codeOf(parts)).toBe(expected);
});
