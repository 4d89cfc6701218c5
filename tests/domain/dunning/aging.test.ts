import { agingOf } from "#domain/dunning/aging";
import { worldOf } from "#domain/dunning/world";
import { money } from "#domain/money/money";
import { unnamed } from "#domain/receivables/settle";
import { day, eur, factsOf, huf, itemOf, policyOf } from "../../builders/facts";

const asOf = day("2026-06-01");
const shown = (facts: ReturnType<typeof factsOf>, on = asOf) => agingOf(worldOf(facts, policyOf(), on)).map(({ currency, buckets, open, credits, net }) =>
  [currency.code, buckets.map((bucket) => [bucket.from, bucket.to, bucket.open.minor, bucket.promised.minor]), open.minor, credits.minor, net.minor]);
const due = (id: string, dueOn: string | null, parts: Parameters<typeof itemOf>[1] = {}) => itemOf(id, { dueOn: dueOn === null ? null : day(dueOn), ...parts });

test("A-48: what is open stands in the bucket of its days past due, the bounds included, and all buckets are what is owed", () => {
  const items = [due("A", "2026-06-01"), due("B", null), due("C", "2026-05-31"), due("D", "2026-05-02"), due("E", "2026-05-01"), due("F", "2026-04-02"), due("G", "2026-04-01"), due("H", "2026-03-03"), due("I", "2026-03-02", { open: 1n })];
  expect(shown(factsOf(items))).toEqual([["EUR", [[null, 0, 20_000n, 0n], [1, 30, 20_000n, 0n], [31, 60, 20_000n, 0n], [61, 90, 20_000n, 0n], [91, null, 1n, 0n]], 80_001n, 0n, 80_001n]]);
});

test("A-48: a promise is told for its items, the oldest first, never more than is open and without what was paid on it; one that is taken later or is over is none", () => {
  const items = [due("A", "2026-05-20", { open: 4_000n, allocations: [{ bookedOn: day("2026-05-29"), amount: money(6_000n, eur) }] }), due("B", "2026-04-20"), due("C", "2026-04-21")];
  const promise = { id: "P", amount: money(18_000n, eur), takenOn: day("2026-05-28"), promisedOn: day("2026-06-05"), itemIds: ["A", "B"] };
  const promised = (promises: Parameters<typeof factsOf>[1], on = asOf) => shown(factsOf(items, promises), on)[0]?.[1];
  expect(promised({ promises: [promise] })).toEqual([[null, 0, 0n, 0n], [1, 30, 4_000n, 2_000n], [31, 60, 20_000n, 10_000n], [61, 90, 0n, 0n], [91, null, 0n, 0n]]);
  const again = { ...promise, id: "Q", amount: money(9_000n, eur), itemIds: ["A", "C"], takenOn: day("2026-05-30") };
  expect(promised({ promises: [promise, again] })).toContainEqual([1, 30, 4_000n, 2_000n]);
  expect(promised({ promises: [again, promise] })).toContainEqual([31, 60, 20_000n, 19_000n]);
  for (const none of [{ ...promise, takenOn: day("2026-06-02") }, { ...promise, takenOn: day("2026-05-01"), promisedOn: day("2026-05-06") }]) expect(promised({ promises: [none] })).toContainEqual([31, 60, 20_000n, 0n]);
});

test("A-48: credit notes and money that no item took are told beside the buckets, currency by currency, as of the day", () => {
  const note = due("N", "2026-05-01", { document: { number: "N", kind: "creditNote", status: "posted" }, open: 2_500n });
  const receipt = { id: "R", name: "BANK-1", state: "booked", amount: money(700n, huf), valueOn: day("2026-05-30"), remittance: unnamed } as const;
  const paidLater = due("A", "2026-05-20", { status: "paid", open: 0n, allocations: [{ bookedOn: day("2026-06-10"), amount: money(10_000n, eur) }] });
  const facts = factsOf([paidLater, note, due("X", "2026-05-01", { status: "writtenOff" }), due("Y", "2026-07-01", { issuedOn: day("2026-06-02") })], { receipts: [receipt, { ...receipt, id: "S", valueOn: day("2026-06-02") }, { ...receipt, id: "T", state: "announced" }] });
  expect(shown(facts).map(([code, , ...sums]) => [code, ...sums])).toEqual([["EUR", 10_000n, 2_500n, 7_500n], ["HUF", 0n, 700n, -700n]]);
  expect(shown(facts, day("2026-06-10")).map(([code, , ...sums]) => [code, ...sums])).toEqual([["EUR", 10_000n, 2_500n, 7_500n], ["HUF", 0n, 1_400n, -1_400n]]);
});
