import fc from "fast-check";
import { addDays } from "#domain/calendar/arithmetic";
import type { Calendar } from "#domain/calendar/business";
import type { DebtorFacts } from "#domain/dunning/facts";
import type { Policy } from "#domain/dunning/policy";
import type { Terms } from "#domain/dunning/terms";
import { money } from "#domain/money/money";
import type { OpenItem } from "#domain/receivables/item";
import type { Strategy } from "#domain/strategies/strategy";
import { day, eur, factsOf, huf, itemOf, ladderAt, policyOf, stepOf, strategyOf } from "./facts";

/** Any ledger, policy and day for properties: days lie about Monday 2 March 2026. */
export const start = day("2026-03-02");
export const near = (low: number, high: number) => fc.integer({ min: low, max: high }).map((days) => addDays(start, days));
/** Days on which agreements begin or end: often one on which a decision may be made. */
const turning = fc.oneof(near(-20, 5), near(-3, 12));
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
/** Mostly the first. */
const mostly = <T>(usual: T, ...others: readonly T[]) => fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: others.length, arbitrary: fc.constantFrom(...others) });

const anyItem = (id: string) => fc.record({
  dueOn: orNull(fc.oneof(near(-60, 20), near(-40, -5))), issuedOn: near(-90, 5), currency: fc.constantFrom(eur, huf), kind: mostly("invoice", "creditNote"), document: mostly("posted", "draft", "cancelled"),
  amount: fc.bigInt(1n, 100_000n), part: fc.integer({ min: 0, max: 2 }), paid: orNull(near(-20, 20)),
  status: mostly("open", "cancelled", "writtenOff", "inLitigation"), level: fc.constantFrom(0, 0, 1, 2, 3), last: near(-30, -4), paymentTypeId: mostly(null, "slow", "debit"),
}).map((it): OpenItem => {
  const paid = it.paid === null ? 0n : (it.amount * BigInt(it.part)) / 2n;
  return itemOf(id, {
    dueOn: it.dueOn, issuedOn: it.issuedOn, document: { number: id, kind: it.kind as "invoice", status: it.document as "posted" }, status: it.status as "open", paymentTypeId: it.paymentTypeId,
    amount: money(it.amount, it.currency), openAmount: money(it.amount - paid, it.currency),
    allocations: it.paid === null ? [] : [{ bookedOn: it.paid, amount: money(paid, it.currency) }],
    ladder: ladderAt(it.level, it.level === 0 ? null : it.last, { version: it.level === 0 ? null : "standard then" }),
  });
});

const anyDebtor = fc.record({
  creditClassId: mostly(null, "slow", "never"), vulnerable: mostly(false, true), insolventOn: mostly(null, addDays(start, 2)), manualReview: mostly(false, true),
});

/** A debtor with up to 8 items and everything that may be agreed about them. */
export const anyFacts: fc.Arbitrary<DebtorFacts> = fc.integer({ min: 1, max: 8 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `i${index}`);
  const id = fc.constantFrom(...ids);
  const some = fc.uniqueArray(id, { minLength: 1 });
  return fc.record({
    debtor: anyDebtor, items: fc.tuple(...ids.map(anyItem)),
    disputes: fc.array(fc.record({ itemId: id, openedOn: turning, resolvedOn: orNull(turning) }), { maxLength: 3 }),
    holds: fc.array(fc.record({ itemId: orNull(id), startsOn: turning, endsOn: orNull(turning), pauses: fc.boolean() }), { maxLength: 2 }),
    promises: fc.array(fc.record({ itemIds: some, promisedOn: turning, days: fc.integer({ min: 0, max: 12 }) }), { maxLength: 2 }),
    plans: fc.array(fc.record({ itemIds: some, takenOn: near(-10, 2), days: fc.integer({ min: 0, max: 12 }) }), { maxLength: 2 }),
    receipts: fc.array(fc.record({ state: fc.constantFrom("announced", "booked"), amount: fc.bigInt(1n, 60_000n), valueOn: near(-5, 5), itemId: orNull(id), caseItemIds: fc.uniqueArray(id, { maxLength: 2 }) }), { maxLength: 3 }),
  }).map(({ promises, plans, receipts, items, ...rest }) => factsOf(items, {
    ...rest,
    promises: promises.map(({ days, ...promise }, index) => ({ ...promise, id: `p${index}`, takenOn: addDays(promise.promisedOn, -days), amount: money(5_000n, eur) })),
    plans: plans.map(({ days, ...plan }, index) => ({ ...plan, id: `r${index}`, instalments: [days, days + 30].map((later) => ({ dueOn: addDays(plan.takenOn, later), amount: money(2_000n, eur) })) })),
    receipts: receipts.map(({ itemId, caseItemIds, ...receipt }, index) => ({ ...receipt, remittance: { itemId, caseItemIds: new Set(caseItemIds) }, id: `b${index}`, name: "BANK", state: receipt.state as "booked", amount: money(receipt.amount, eur) })),
  }));
});
export const anyDay = near(-3, 12);

/** Any ladder that can be used: its first step from the due date, days that increase, a legal step only at the end. */
export const anyStrategy: fc.Arbitrary<Strategy> = fc.record({
  offsets: fc.uniqueArray(fc.integer({ min: -10, max: 30 }), { minLength: 1, maxLength: 4 }), previous: fc.boolean(), deadline: orNull(fc.integer({ min: 1, max: 10 })),
  legal: fc.boolean(), minimumShare: orNull(fc.integer({ min: 0, max: 10_000 })), ladder: fc.constantFrom("item", "debtor"), escalation: fc.constantFrom("oneStep", "highestDue"),
  beginning: fc.constantFrom("firstStep", "matchingStep"), grouping: fc.constantFrom("highestLevel", "eachLevel"), end: fc.constantFrom("stop", "repeat"),
  attempts: orNull(fc.integer({ min: 1, max: 5 })), daysBetween: fc.integer({ min: 1, max: 9 }), policyChange: fc.constantFrom("keepLevel", "restart"), version: fc.constantFrom("standard now", "standard then"),
}).map(({ offsets, previous, deadline, legal, minimumShare, ...rest }): Strategy => {
  const days = [...offsets].sort((left, right) => left - right);
  const steps = days.map((offset, index) => stepOf(index + 1, previous && index > 0 ? Math.max(1, Math.abs(offset)) : offset, {
    base: previous && index > 0 ? "previousStep" : "dueDate", deadlineDays: deadline, minimumShare, legal: legal && index === days.length - 1,
  }));
  return { ...strategyOf(3), ...rest, steps, repeatDays: 7 } as Strategy;
});

/** Weekends of two days, some holidays, and perhaps a Saturday that is worked. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc.record({ weekend: fc.constantFrom([0, 6], [5, 6], [0]), holidays: fc.array(near(-30, 60), { maxLength: 12 }), worked: fc.array(fc.constantFrom(day("2026-03-07"), day("2026-03-14"), day("2026-04-04")), { maxLength: 2 }) })
  .map(({ weekend, holidays, worked }) => ({ weekend, holidays: new Set(holidays), worked: new Set(worked) }));

const anyTerms: fc.Arbitrary<Partial<Terms>> = fc.record({
  promiseGraceDays: mostly(0, 2), planGraceDays: mostly(0, 1), transitDays: orNull(fc.integer({ min: 0, max: 5 })), creditMode: fc.constantFrom("ignore", "list", "net"),
});

export const anyPolicy: fc.Arbitrary<Policy> = fc.record({ strategy: anyStrategy, calendar: anyCalendar, terms: anyTerms, tolerance: mostly(null, money(500n, eur)) }).map(({ strategy, calendar, terms, tolerance }) => {
  const policy = policyOf(strategy, {
    calendar,
    creditClasses: new Map([["slow", { name: "Slow", dunnable: true, strategyId: null, channel: null, graceDays: 4 }], ["never", { name: "Never", dunnable: false, strategyId: null, channel: null, graceDays: 0 }]]),
    paymentTypes: new Map([["slow", { name: "RiBa", dunnable: true, channel: null, graceDays: 3 }], ["debit", { name: "Direct debit", dunnable: false, channel: null, graceDays: 0 }]]),
  });
  return { ...policy, company: { ...policy.company, tolerance, terms: { ...policy.company.terms, ...terms } } };
});

/** The same facts in any other order, the payments within the items too. */
export function inAnyOrder(facts: DebtorFacts): fc.Arbitrary<DebtorFacts> {
  const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
  const { items, promises, untold, plans, disputes, holds, receipts, contactPoints, optOuts, contacts } = facts;
  return fc.record({
    items: shuffled(items), promises: shuffled(promises), untold: shuffled(untold), plans: shuffled(plans), disputes: shuffled(disputes), holds: shuffled(holds),
    receipts: shuffled(receipts), contactPoints: shuffled(contactPoints), optOuts: shuffled(optOuts), contacts: shuffled(contacts),
  }).map((turned) => ({ ...facts, ...turned, items: turned.items.map((item) => ({ ...item, allocations: [...item.allocations].reverse() })) }));
}
