import { decide } from "#domain/dunning/decide";
import type { DebtorFacts } from "#domain/dunning/facts";
import { reasonCodes, reasonText } from "#domain/dunning/reasons";
import { fault } from "#domain/messages/fault";
import { hungarian } from "#domain/messages/hungarian";
import { money } from "#domain/money/money";
import type { OpenItem } from "#domain/receivables/item";
import { decisionreason } from "#solution/generated/names";
import { day, eur, factsOf, huf, itemOf, ladderAt, policyOf, stepOf, strategyOf } from "../../builders/facts";

/** 5 March 2026 is a Thursday; the item is due on Monday the 2nd, so step 1 (day 3) falls on it. */
const thursday = day("2026-03-05");

function reasonOf(item: Partial<OpenItem> & { readonly open?: bigint } = {}, facts: Parameters<typeof factsOf>[1] = {}, policy = policyOf()) {
  const decision = decide(factsOf([itemOf("A", item)], facts), policy, thursday);
  return { code: decision.reasons[0]?.code, next: decision.nextActionOn, sent: decision.actions.filter((action) => action.kind === "planCommunication").length, decision };
}

test("the reason codes are the keys of the choice on the open item", () => {
  expect([...reasonCodes].sort()).toEqual(Object.keys(decisionreason).sort());
});

test.each([
  ["reminded", {}, 1], ["creditNote", { document: { number: "A", kind: "creditNote", status: "posted" } }, 0],
  ["cancelled", { status: "cancelled" }, 0], ["cancelled", { status: "writtenOff" }, 0],
  ["cancelled", { document: { number: "A", kind: "invoice", status: "draft" } }, 0], ["cancelled", { document: { number: "A", kind: "invoice", status: "cancelled" } }, 0],
  ["notIssued", { issuedOn: day("2026-03-06") }, 0], ["paid", { open: 0n, status: "paid" }, 0], ["noDueDate", { dueOn: null }, 0],
  ["notOverdue", { dueOn: thursday }, 0], ["stepNotDue", { dueOn: day("2026-03-03") }, 0], ["stepNotDue", { dueOn: day("2026-03-04") }, 0],
  ["ladderComplete", { ladder: ladderAt(3, "2026-02-02") }, 0],
] as const)("A-13: %s: %j", (code, item, sent) => {
  const found = reasonOf(item);
  expect([found.code, found.sent]).toEqual([code, sent]);
});

test("A-07, A-08: a partly paid item is reminded about with what is open", () => {
  const { code, decision } = reasonOf({ open: 6_000n, status: "partlyPaid" });
  const [sent] = decision.actions;
  expect([code, sent?.kind === "planCommunication" ? sent.total : null]).toEqual(["reminded", money(6_000n, eur)]);
});

test.each([["below", 999n, "belowMinimum"], ["at", 1_000n, "reminded"], ["above", 1_001n, "reminded"]])("%s the minimum amount of 10.00: %s minor units are %s", (_, open, code) => {
  const { steps, ...rest } = strategyOf(3);
  expect(reasonOf({ open }, {}, policyOf({ ...rest, steps: steps.map((step) => ({ ...step, minimum: money(1_000n, eur) })) })).code).toBe(code);
});

test.each([[3_999n, "belowMinimum"], [4_000n, "reminded"]])("the minimum of 10 EUR is 4,000 HUF at a rate of 400: %s are %s", (open, code) => {
  const { steps, ...rest } = strategyOf(3);
  const policy = policyOf({ ...rest, steps: steps.map((step) => ({ ...step, minimum: money(1_000n, eur) })) });
  expect(reasonOf({ amount: money(9_000n, huf), openAmount: money(open, huf) }, {}, policy).code).toBe(code);
});

describe("C-40, H-40: a dispute", () => {
  test.each([
    ["opened today", { openedOn: thursday, resolvedOn: null }, "disputed"], ["opened tomorrow", { openedOn: day("2026-03-06"), resolvedOn: null }, "reminded"],
    ["resolved today", { openedOn: day("2026-02-01"), resolvedOn: thursday }, "reminded"], ["resolved tomorrow", { openedOn: day("2026-02-01"), resolvedOn: day("2026-03-06") }, "disputed"],
  ])("%s", (_, dispute, code) => {
    expect(reasonOf({}, { disputes: [{ itemId: "A", ...dispute }] }).code).toBe(code);
  });
  test("keeps only its own item out of the message", () => {
    const decision = decide(factsOf([itemOf("A"), itemOf("B")], { disputes: [{ itemId: "A", openedOn: day("2026-02-01"), resolvedOn: null }] }), policyOf(), thursday);
    expect(decision.reasons.map((reason) => [reason.itemId, reason.code])).toEqual([["A", "disputed"], ["B", "reminded"]]);
  });
});

describe("A-29: a hold", () => {
  test.each([
    ["that ends today still protects", { startsOn: day("2026-02-01"), endsOn: thursday }, "held", "2026-03-06"],
    ["that ended yesterday does not", { startsOn: day("2026-02-01"), endsOn: day("2026-03-04") }, "reminded", "2026-03-12"],
    ["that starts today protects", { startsOn: thursday, endsOn: null }, "held", null],
    ["that starts tomorrow does not", { startsOn: day("2026-03-06"), endsOn: null }, "reminded", "2026-03-06"],
  ])("%s", (_, hold, code, next) => {
    const found = reasonOf({}, { holds: [{ itemId: null, pauses: false, ...hold }] });
    expect([found.code, found.next]).toEqual([code, next]);
  });
});

describe("H-32: a promise", () => {
  const promise = (promisedOn: string, takenOn = "2026-03-03") => ({ id: "P", amount: money(10_000n, eur), takenOn: day(takenOn), promisedOn: day(promisedOn), itemIds: ["A"] });
  test.each([
    ["for today protects", promise("2026-03-05"), "promised"], ["for tomorrow protects", promise("2026-03-06"), "promised"],
    ["for yesterday is broken, the item is reminded about", promise("2026-03-04"), "reminded"], ["taken tomorrow does not protect yet", promise("2026-03-09", "2026-03-06"), "reminded"],
  ])("%s", (_, one, code) => {
    expect(reasonOf({}, { promises: [one] }).code).toBe(code);
  });
  test.each([
    ["kept", 10_000n, "2026-03-04", "kept"], ["partly kept", 4_000n, "2026-03-04", "partlyKept"], ["broken when it came a day late", 10_000n, "2026-03-05", "broken"],
  ])("is %s", (_, paid, bookedOn, state) => {
    const item = { openAmount: money(10_000n - paid, eur), allocations: [{ bookedOn: day(bookedOn), amount: money(paid, eur) }] };
    expect(reasonOf(item, { promises: [promise("2026-03-04")] }).decision.actions).toContainEqual(expect.objectContaining({ kind: "judgePromise", state }));
  });
});

test("a credit class that is not dunned forbids, whatever strategy is named", () => {
  const policy = policyOf(strategyOf(3), { creditClasses: new Map([["vip", { name: "VIP", dunnable: false, strategyId: null, channel: null, graceDays: 0 }]]) });
  expect(reasonOf({}, { debtor: { creditClassId: "vip", strategyId: "standard" } }, policy).code).toBe("classNotDunnable");
});

test("without a strategy nothing is sent", () => {
  const policy = policyOf();
  expect(reasonOf({}, {}, { ...policy, company: { ...policy.company, strategyId: null } }).code).toBe("noStrategy");
});

test.each([["none", []], ["one that bounced", [{ address: "x@y.example", channel: "email", purpose: "main", primary: true, bounced: true, invalid: false }]],
  ["only a telephone", [{ address: "+36 1", channel: "phone", purpose: "main", primary: true, bounced: false, invalid: false }]]] as const)("of addresses there is %s", (_, contactPoints) => {
  expect(reasonOf({}, { contactPoints }).code).toBe("noAddress");
});

test("A-05, A-14: an item without words or with a broken row is an error of its own; the others go out", () => {
  const strategy = { ...strategyOf(3, 10), steps: [stepOf(1, 3), stepOf(2, 10, { templateId: null })] };
  const items = [itemOf("A"), itemOf("B", { ladder: ladderAt(1, "2026-02-02"), dueOn: day("2026-02-02") })];
  const decision = decide(factsOf(items, { broken: [{ id: "C", fault: fault("DULY-MONEY-005", { row: "C/1" }) }] }), policyOf(strategy), thursday);
  expect(decision.reasons.map((reason) => [reason.itemId, reason.code])).toEqual([["B", "noTemplate"], ["A", "reminded"], ["C", "error"]]);
  expect(decision.faults.map((one) => one.code)).toEqual(["DULY-ITEM-004", "DULY-MONEY-005"]);
  expect(decision.nextActionOn).toBe("2026-03-06");
});

test("every reason is told in words with the values that were compared", () => {
  const { decision } = reasonOf({ dueOn: day("2026-03-03") });
  expect(decision.reasons.map((reason) => reasonText(reason))).toEqual(["2 days past due on 2026-03-05; step 1 follows on 2026-03-06."]);
  expect(decision.reasons.map((reason) => reasonText(reason, hungarian))).toEqual(["2026-03-05 napon 2 napja lejárt; a(z) 1. lépés napja 2026-03-06."]);
});

test("A-19: one message for each currency, never a sum of two", () => {
  const forint = { amount: money(40_000n, huf), openAmount: money(40_000n, huf) };
  const { actions } = decide(factsOf([itemOf("E"), itemOf("F", forint), itemOf("G", forint)]), policyOf(), thursday);
  expect(actions.flatMap((action) => (action.kind === "planCommunication" ? [[action.total.minor, action.total.currency.code]] : []))).toEqual([[10_000n, "EUR"], [80_000n, "HUF"]]);
});

test("a debtor that was written to today is not written to again: what is due now waits for the next business day", () => {
  const facts: DebtorFacts = factsOf([itemOf("late")], { debtor: { lastActionOn: thursday } });
  expect(decide(facts, policyOf(), thursday)).toMatchObject({ reasons: [{ code: "stepNotDue" }], nextActionOn: "2026-03-06" });
});
