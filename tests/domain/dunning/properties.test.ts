import fc from "fast-check";
import { addDays } from "#domain/calendar/arithmetic";
import type { Action } from "#domain/dunning/actions";
import { decide } from "#domain/dunning/decide";
import type { DebtorFacts } from "#domain/dunning/facts";
import { remindNow } from "#domain/dunning/remindnow";
import type { Policy } from "#domain/dunning/policy";
import { money } from "#domain/money/money";
import type { OpenItem } from "#domain/receivables/item";
import { openOn } from "#domain/receivables/open";
import type { Strategy } from "#domain/strategies/strategy";
import { day, eur, factsOf, huf, itemOf, ladderAt, policyOf, stepOf, strategyOf } from "../../builders/facts";
import { carriedOut as carryOut } from "#domain/dunning/forecast";

const start = day("2026-03-02");
const near = (low: number, high: number) => fc.integer({ min: low, max: high }).map((days) => addDays(start, days));

const anyItem = (id: string) => fc.record({
  dueOn: fc.option(near(-60, 20), { nil: null }), issuedOn: near(-90, 5), currency: fc.constantFrom(eur, huf), kind: fc.constantFrom("invoice", "creditNote"),
  amount: fc.bigInt(1n, 100_000n), part: fc.integer({ min: 0, max: 2 }), paid: fc.option(near(-20, 20), { nil: null }),
  status: fc.constantFrom("open", "cancelled"), level: fc.integer({ min: 0, max: 3 }), last: near(-30, -4),
}).map((it): OpenItem => {
  const paid = it.paid === null ? 0n : (it.amount * BigInt(it.part)) / 2n;
  return itemOf(id, {
    dueOn: it.dueOn, issuedOn: it.issuedOn, document: { number: id, kind: it.kind as "invoice", status: "posted" }, status: it.status as "open",
    amount: money(it.amount, it.currency), openAmount: money(it.amount - paid, it.currency),
    allocations: it.paid === null ? [] : [{ bookedOn: it.paid, amount: money(paid, it.currency) }],
    ladder: ladderAt(it.level, it.level === 0 ? null : it.last),
  });
});

const anyFacts: fc.Arbitrary<DebtorFacts> = fc.integer({ min: 1, max: 8 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `i${index}`);
  const id = fc.constantFrom(...ids);
  return fc.record({
    items: fc.tuple(...ids.map(anyItem)),
    disputes: fc.array(fc.record({ itemId: id, openedOn: near(-20, 5), resolvedOn: fc.option(near(-5, 10), { nil: null }) }), { maxLength: 2 }),
    holds: fc.array(fc.record({ itemId: fc.option(id, { nil: null }), startsOn: near(-20, 5), endsOn: fc.option(near(-5, 10), { nil: null }), pauses: fc.boolean() }), { maxLength: 1 }),
    promises: fc.array(fc.record({ itemIds: fc.uniqueArray(id, { minLength: 1 }), takenOn: near(-10, 2), promisedOn: near(0, 8) }), { maxLength: 2 }),
  }).map(({ items, disputes, holds, promises }) => factsOf(items, {
    disputes, holds, promises: promises.map((promise, index) => ({ ...promise, id: `p${index}`, amount: money(5_000n, eur) })),
  }));
});
const anyDay = near(-3, 12);

/** Any ladder that can be used: its first step from the due date, days that increase, a legal step only at the end. */
const anyStrategy: fc.Arbitrary<Strategy> = fc.record({
  offsets: fc.uniqueArray(fc.integer({ min: -10, max: 30 }), { minLength: 1, maxLength: 4 }), previous: fc.boolean(), deadline: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
  legal: fc.boolean(), minimumShare: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: null }), ladder: fc.constantFrom("item", "debtor"), escalation: fc.constantFrom("oneStep", "highestDue"),
  beginning: fc.constantFrom("firstStep", "matchingStep"), grouping: fc.constantFrom("highestLevel", "eachLevel"), end: fc.constantFrom("stop", "repeat"),
  attempts: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), daysBetween: fc.integer({ min: 1, max: 9 }), policyChange: fc.constantFrom("keepLevel", "restart"), changedOn: fc.option(near(-40, -4), { nil: null }),
}).map(({ offsets, previous, deadline, legal, minimumShare, ...rest }): Strategy => {
  const days = [...offsets].sort((left, right) => left - right);
  const steps = days.map((offset, index) => stepOf(index + 1, previous && index > 0 ? Math.max(1, Math.abs(offset)) : offset, {
    base: previous && index > 0 ? "previousStep" : "dueDate", deadlineDays: deadline, minimumShare, legal: legal && index === days.length - 1,
  }));
  return { ...strategyOf(3), ...rest, steps, repeatDays: 7 } as Strategy;
});
/** Reasons that hold for the day of a step, and give way to waiting for the next one from the day after. */
const passing = ["reminded", "awaitingApproval", "attemptsUsedUp", "belowMinimumPercent"];
const anyPolicy = anyStrategy.map((strategy) => policyOf(strategy));

test("A-27: the order in which facts are given does not matter", () => {
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const turned = {
      ...facts, items: [...facts.items].reverse(), promises: [...facts.promises].reverse(), disputes: [...facts.disputes].reverse(), holds: [...facts.holds].reverse(),
    };
    expect(decide(turned, policy, asOf)).toEqual(decide(facts, policy, asOf));
  }), { numRuns: 2_000 });
});

test("A-01: a decision that was carried out leaves nothing to do on the same day", () => {
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const decision = decide(facts, policy, asOf);
    expect(decide(carryOut(facts, decision, asOf), policy, asOf).actions).toEqual([]);
  }), { numRuns: 2_000 });
});

/** Items that actions speak of to the debtor. */
const toldBy = (actions: readonly Action[]) => actions.flatMap((action) =>
  (action.kind === "planCommunication" ? action.lines.map(({ item }) => item) : action.kind === "signalPromise" ? action.signal.items : []));

/** A company that has words for broken promises. */
const telling = (policy: Policy): Policy => ({ ...policy, company: { ...policy.company, terms: { ...policy.company.terms, brokenPromiseTemplateId: "reminder" } } });

test("H-41: no item that is paid, disputed, held, promised, not issued, cancelled or a credit note is ever in a message, of a run or by hand", () => {
  const kinds = new Set<string>();
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy.map(telling), fc.boolean(), (facts, asOf, policy, movesLadder) => {
    const decision = decide(facts, policy, asOf);
    const reasons = new Map(decision.reasons.map((reason) => [reason.itemId, reason.code]));
    for (const action of decision.actions) {
      if (action.kind === "planCommunication") for (const { item } of action.lines) expect(["reminded", "awaitingApproval"]).toContain(reasons.get(item.id));
    }
    for (const { kind } of decision.actions) kinds.add(kind);
    for (const item of toldBy([...decision.actions, ...remindNow(facts, policy, { asOf, movesLadder }).actions])) {
      expect([openOn(item, asOf).minor > 0n, item.status, item.document.kind, item.issuedOn !== null && item.issuedOn <= asOf]).toEqual([true, "open", "invoice", true]);
      expect(facts.disputes.some((one) => one.itemId === item.id && one.openedOn <= asOf && (one.resolvedOn === null || one.resolvedOn > asOf))).toBe(false);
      expect(facts.holds.some((one) => (one.itemId ?? item.id) === item.id && one.startsOn <= asOf && (one.endsOn === null || one.endsOn >= asOf))).toBe(false);
    }
  }), { numRuns: 2_000 });
  expect([...kinds]).toEqual(expect.arrayContaining(["planCommunication", "signalPromise"]));
});

test("every item has exactly one reason, and money is conserved: the totals of the messages are what is open on their lines", () => {
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const { reasons, actions } = decide(facts, policy, asOf);
    expect(reasons.map((reason) => reason.itemId).sort()).toEqual(facts.items.map((item) => item.id).sort());
    for (const action of actions) {
      if (action.kind === "planCommunication") expect(action.lines.reduce((total, line) => total + openOn(line.item, asOf).minor, 0n)).toBe(action.total.minor);
    }
  }), { numRuns: 2_000 });
});

/** Figures, segment and delinquency change by the mere passing of days; duly_EvaluateSegments looks at everybody for that. */
const byTheDay: ReadonlySet<string> = new Set(["scheduleDebtor", "setFigures", "moveSegment", "changeDelinquency"]);

test("the debtor is looked at again after the day of the decision, and nothing changes before (but that reminded becomes waiting from the next day on)", () => {
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const decision = decide(facts, policy, asOf);
    const after = carryOut(facts, decision, asOf);
    const reminded = new Set(decision.reasons.filter((reason) => passing.includes(reason.code)).map((reason) => reason.itemId));
    expect(decision.nextActionOn === null || decision.nextActionOn > asOf).toBe(true);
    for (let days = 1; days < 40; days += 1) {
      const later = addDays(asOf, days);
      if (decision.nextActionOn !== null && later >= decision.nextActionOn) break;
      expect(decide(after, policy, later).actions.filter((action) => !byTheDay.has(action.kind) && !(action.kind === "setReason" && reminded.has(action.itemId)))).toEqual([]);
    }
  }), { numRuns: 500 });
});
