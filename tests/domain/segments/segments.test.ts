import { addDays } from "#domain/calendar/arithmetic";
import { balance } from "#domain/collectors/balance";
import { money } from "#domain/money/money";
import { figuresOf, type Measure } from "#domain/segments/figures";
import { segmentOf, type Segment, type Traits } from "#domain/segments/segment";
import { severityOf } from "#domain/segments/severity";
import { viewOver } from "#bridge/rows/view";
import { day, eur, itemOf, policyOf } from "../../builders/facts";
import { aSegment, traitsOf } from "../../builders/segments";

const today = day("2026-03-31");
const measure: Measure = { asOf: today, currency: policyOf().currencies.get("EUR") ?? null, currencies: policyOf().currencies };
const figures = (items: Parameters<typeof figuresOf>[0], limit: bigint | null = null) =>
  figuresOf(items, { limit: limit === null ? null : money(limit, eur), openOrders: null }, measure);
const eurFrom = (minor: bigint) => ({ from: money(minor, eur), to: null });
const flagged = (segment: Partial<Segment>, traits: Partial<Traits>): boolean => segmentOf([aSegment(segment)], traitsOf(traits), today) !== null;

test.each([
  [99_999n, 1, "low"], [99_999n, 31, "low"], [99_999n, 91, "medium"],
  [100_000n, 30, "low"], [100_000n, 31, "medium"], [999_999n, 91, "high"],
  [1_000_000n, 30, "medium"], [1_000_000n, 90, "high"], [1_000_000n, 91, "critical"],
] as const)("O-08: %s cents, %s days past due are of severity %s", (minor, daysPastDue, expected) => {
  expect(severityOf({ overdue: money(minor, eur), daysPastDue, items: 1 })).toBe(expected);
});

test.each([[9, "medium"], [10, "high"]] as const)("O-08: %s items of a medium delinquency make it %s", (items, expected) => {
  expect(severityOf({ overdue: money(100_000n, eur), daysPastDue: 31, items })).toBe(expected);
});

test.each([[49_999n, false], [50_000n, true]])("O-20: %s cents overdue against a threshold of 500: flagged %s", (minor, expected) => {
  const { overdue } = figures([itemOf("A", { amount: money(minor, eur), openAmount: money(minor, eur) })]);
  expect(flagged({ overdueAmount: eurFrom(50_000n) }, { overdueAmount: overdue })).toBe(expected);
});

test.each([["2026-03-31", null], ["2026-03-30", "low"]])("O-21: due on %s, decided on 2026-03-31: severity %s", (dueOn, severity) => {
  const found = figures([itemOf("A", { dueOn: day(dueOn) })]);
  expect(found.severity).toBe(severity);
  expect(flagged({ daysPastDue: { from: 1, to: null } }, { oldestDueOn: found.oldestDueOn })).toBe(severity !== null);
});

test.each([[6_000, true], [6_001, false]])("O-22: 400 of 1,000 paid is 60 percent unpaid; a rule from %s hundredths of a percent fires: %s", (from, expected) => {
  const { unpaid } = figures([itemOf("A", { amount: money(100_000n, eur), openAmount: money(60_000n, eur) })]);
  expect(unpaid).toBe(6_000);
  expect(flagged({ unpaid: { from, to: null } }, { unpaid })).toBe(expected);
});

test.each([[1_000_000n, false], [1_000_100n, true]])("O-23: an exposure of %s cents against a limit of 10,000: flagged %s", (minor, expected) => {
  const { exposure } = figures([itemOf("A", { amount: money(minor, eur), openAmount: money(minor, eur) })], 1_000_000n);
  expect(flagged({ exposure: { from: 10_001, to: null } }, { exposure })).toBe(expected);
});

test("what is settled, cancelled, not issued yet or a credit note does not count", () => {
  const document = { number: "A", kind: "invoice", status: "posted" } as const;
  expect(figures([
    itemOf("A", { open: 0n }), itemOf("B", { status: "writtenOff" }), itemOf("C", { issuedOn: addDays(today, 1) }), itemOf("D", { document: { ...document, kind: "creditNote" } }),
    itemOf("E", { document: { ...document, status: "draft" } }),
  ])).toMatchObject({ openItems: 0, oldestDueOn: null, severity: null, unpaid: null });
});

test("an amount in a currency without a rate leaves the amounts unknown, not wrong", () => {
  const yen = { code: "JPY", decimals: 0 };
  expect(figures([itemOf("A", { amount: money(5n, yen), openAmount: money(5n, yen) })])).toMatchObject({ open: null, overdue: null, openItems: 1, severity: "low" });
});

test.each<[string, Partial<Segment>, Partial<Traits>, Partial<Traits>]>([
  ["company", { companyId: "a" }, { companyId: "a" }, { companyId: "b" }], ["credit class", { creditClassId: "a" }, { creditClassId: "a" }, {}],
  ["open amount", { openAmount: eurFrom(100n) }, { openAmount: money(100n, eur) }, { openAmount: money(99n, eur) }],
  ["open items", { openItems: { from: 2, to: 3 } }, { openItems: 3 }, { openItems: 4 }], ["score", { score: { from: null, to: 5_000 } }, { score: 5_000 }, {}],
  ["days a customer", { customerDays: { from: 30, to: null } }, { customerSince: addDays(today, -30) }, { customerSince: addDays(today, -29) }],
  ["a view", { fetchXml: "<fetch/>" }, { foundBy: new Set(["segment"]) }, {}],
])("a condition on %s holds at its bound and not beyond; what is not known never fulfils it", (_name, segment, within, beyond) => {
  expect([flagged(segment, within), flagged(segment, beyond)]).toEqual([true, false]);
});

test.each([
  ['<fetch top="5"><entity name="duly_debtor"></entity></fetch>'], ['<fetch><entity name="account"></entity></fetch>'], ["nonsense"],
  ['<fetch aggregate="true"><entity name="duly_debtor"><attribute name="duly_name" aggregate="count" alias="n"/></entity></fetch>'],
])("a view that cannot be asked about single debtors is refused: %s", (xml) => expect(viewOver(xml, ["1"])).toBeNull());

test("C-57: 300 calls, 3 collectors with a capacity of 100: nobody gets more than 100, and all are given out", () => {
  const one = (id: string) => ({ id, calls: 1, preferred: null });
  const calls = Array.from({ length: 300 }, (_, index) => one(`call${index}`));
  const { assigned, left } = balance(calls, ["a", "b", "c"].map((id) => ({ id, capacity: 100, taken: 0 })));
  expect(["a", "b", "c"].map((id) => assigned.filter(({ collectorId }) => collectorId === id).length)).toEqual([100, 100, 100]);
  expect(left).toEqual([]);
  expect(balance([...calls, one("one more")], ["a", "b", "c"].map((id) => ({ id, capacity: 100, taken: 0 }))).left).toEqual(["one more"]);
});

test("C-57: who is preferred comes first, up to the capacity; calls that stay together go to who has room for all of them, else they are left", () => {
  const capacities = [{ id: "anna", capacity: 3, taken: 1 }, { id: "eva", capacity: 3, taken: 0 }];
  const wanted = [{ id: "A", calls: 2, preferred: null }, { id: "B", calls: 2, preferred: "eva" }, { id: "C", calls: 1, preferred: "eva" }, { id: "D", calls: 1, preferred: "eva" }, { id: "E", calls: 1, preferred: null }];
  expect(balance(wanted, capacities)).toEqual({
    assigned: [{ id: "B", collectorId: "eva" }, { id: "C", collectorId: "eva" }, { id: "D", collectorId: "anna" }, { id: "E", collectorId: "anna" }], left: ["A"],
  });
});
