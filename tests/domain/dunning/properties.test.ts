import fc from "fast-check";
import { addDays, daysBetween, weekday } from "#domain/calendar/arithmetic";
import type { Calendar } from "#domain/calendar/business";
import type { Day } from "#domain/calendar/day";
import type { Action, Decision, PlanCommunication } from "#domain/dunning/actions";
import { decide } from "#domain/dunning/decide";
import type { DebtorFacts } from "#domain/dunning/facts";
import { carriedOut as carryOut } from "#domain/dunning/forecast";
import type { Policy } from "#domain/dunning/policy";
import { reasonCodes, reasonText } from "#domain/dunning/reasons";
import { remindNow } from "#domain/dunning/remindnow";
import { hungarian } from "#domain/messages/hungarian";
import type { OpenItem } from "#domain/receivables/item";
import { anyCalendar, anyDay, anyFacts, anyPolicy, inAnyOrder, near } from "../../builders/anydebtor";
import { day, eur, factsOf, huf, itemOf, policyOf, strategyOf } from "../../builders/facts";
import { money } from "#domain/money/money";

/** What holds of every decision, over random ledgers, policies and days. */
const messagesOf = ({ actions }: Decision): readonly PlanCommunication[] => actions.filter((action) => action.kind === "planCommunication");
const told = (decision: Decision): readonly OpenItem[] => messagesOf(decision).flatMap(({ lines }) => lines.map(({ item }) => item));
/** What was open at the end of a day, from the whole amount and all that was booked by then. */
const openAt = ({ amount, allocations }: OpenItem, asOf: Day): bigint => allocations.filter(({ bookedOn }) => bookedOn <= asOf).reduce((left, one) => left - one.amount.minor, amount.minor);
/** Reasons that hold for the day of a step, and give way to waiting for the next one from the day after. */
const passing = ["reminded", "awaitingApproval", "attemptsUsedUp", "belowMinimumPercent"];

test("A-27: the order in which facts are given does not matter", () => {
  const both = anyFacts.chain((facts) => inAnyOrder(facts).map((turned) => ({ facts, turned })));
  fc.assert(fc.property(both, anyDay, anyPolicy, ({ facts, turned }, asOf, policy) => {
    expect(decide(turned, policy, asOf)).toEqual(decide(facts, policy, asOf));
  }), { numRuns: 2_000 });
});

test("A-01: a decision that was carried out leaves nothing to do on the same day", () => {
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const decision = decide(facts, policy, asOf);
    expect(decide(carryOut(facts, decision, asOf), policy, asOf).actions).toEqual([]);
  }), { numRuns: 2_000 });
});

const during = (from: Day, to: Day | null, asOf: Day): boolean => from <= asOf && (to === null || asOf <= to);

/** Why an item may not be in a message, told without the rules: by what it is, by what is agreed about it, by whose it is. */
function forbidden(item: OpenItem, { debtor, disputes, holds, promises, items }: DebtorFacts, asOf: Day): readonly string[] {
  const paidSince = ({ itemIds, takenOn }: DebtorFacts["promises"][number]) => items.some(({ id, allocations }) => itemIds.includes(id) && allocations.some(({ bookedOn, amount }) => bookedOn >= takenOn && amount.minor > 0n));
  const found: Readonly<Record<string, boolean>> = {
    paid: openAt(item, asOf) <= 0n, creditNote: item.document.kind === "creditNote", notPosted: item.document.status !== "posted", notIssued: item.issuedOn !== null && item.issuedOn > asOf,
    closed: item.status === "cancelled" || item.status === "writtenOff", litigated: item.status === "inLitigation", noDueDate: item.dueOn === null,
    notDunnable: debtor.creditClassId === "never" || item.paymentTypeId === "debit", protected: debtor.vulnerable || (debtor.insolventOn !== null && debtor.insolventOn <= asOf),
    disputed: disputes.some((one) => one.itemId === item.id && one.openedOn <= asOf && (one.resolvedOn === null || one.resolvedOn > asOf)),
    held: holds.some((one) => (one.itemId ?? item.id) === item.id && during(one.startsOn, one.endsOn, asOf)),
    // A promise ends early when enough was paid on its items; this looks only at those of which nothing was.
    promised: promises.some((one) => one.itemIds.includes(item.id) && during(one.takenOn, one.promisedOn, asOf) && !paidSince(one)),
  };
  return Object.keys(found).filter((why) => found[why]);
}

/** The same when a person asks: only a run leaves a vulnerable debtor alone. */
const forbiddenByHand = (item: OpenItem, facts: DebtorFacts, asOf: Day): readonly string[] => forbidden(item, { ...facts, debtor: { ...facts.debtor, vulnerable: false } }, asOf);

/** Items that actions speak of to the debtor: in reminders, and when a promise is broken. */
const spokenOf = (actions: readonly Action[]): readonly OpenItem[] => actions.flatMap((action) =>
  (action.kind === "planCommunication" ? action.lines.map(({ item }) => item) : action.kind === "signalPromise" ? action.signal.items : []));

test("H-41: no item that is paid, disputed, held, promised, litigated, not issued, cancelled, a credit note or not dunnable is ever in a message, reminders by hand and broken promises included", () => {
  const met = new Map<string, number>();
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, fc.boolean(), (facts, asOf, policy, movesLadder) => {
    const [items, byHand] = [spokenOf(decide(facts, policy, asOf).actions), spokenOf(remindNow(facts, policy, { asOf, movesLadder }).actions)];
    const found = [...items.map((item) => [item.id, forbidden(item, facts, asOf)]), ...byHand.map((item) => [item.id, forbiddenByHand(item, facts, asOf)])];
    expect(found).toEqual([...items, ...byHand].map(({ id }) => [id, []]));
    for (const item of facts.items) for (const why of forbidden(item, facts, asOf)) met.set(why, (met.get(why) ?? 0) + 1);
  }), { numRuns: 4_000 });
  expect([...met].filter(([, times]) => times < 50)).toEqual([]);
  expect(met.size).toBe(12);
});

/** A company that has words for broken promises. */
const telling = (policy: Policy): Policy => ({ ...policy, company: { ...policy.company, terms: { ...policy.company.terms, brokenPromiseTemplateId: "reminder" } } });

test("H-41: nor is it in what is said of a broken promise, nor in a reminder by hand", () => {
  const met = { signal: 0, byHand: 0 };
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy.map(telling), fc.boolean(), (facts, asOf, policy, movesLadder) => {
    const decision = decide(facts, policy, asOf);
    const reasons = new Map(decision.reasons.map(({ itemId, code }) => [itemId, code]));
    for (const { id } of told(decision)) expect(["reminded", "awaitingApproval"]).toContain(reasons.get(id));
    const signalled = decision.actions.flatMap((action) => (action.kind === "signalPromise" ? action.signal.items : []));
    const byHand = remindNow(facts, policy, { asOf, movesLadder }).actions.flatMap((action) => (action.kind === "planCommunication" ? action.lines.map(({ item }) => item) : []));
    met.signal += signalled.length;
    met.byHand += byHand.length;
    expect([...signalled.filter((item) => forbidden(item, facts, asOf).length > 0), ...byHand.filter((item) => forbiddenByHand(item, facts, asOf).length > 0)]).toEqual([]);
  }), { numRuns: 2_000 });
  expect(Math.min(met.signal, met.byHand)).toBeGreaterThan(50);
});

test("H-34: after a reminder by hand that moved the ladder the debtor's row says what a decision of the day would leave, or the debtor is due for it", () => {
  let exact = 0;
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (given, asOf, policy) => {
    const facts = carryOut(given, decide(given, policy, asOf), asOf);
    const { actions } = remindNow(facts, policy, { asOf, movesLadder: true });
    fc.pre(actions.length > 0);
    const reminded = carryOut(facts, { actions }, asOf);
    const { outlook, level, lastActionOn } = reminded.debtor;
    const left = decide(reminded, policy, asOf).actions.find((action) => action.kind === "scheduleDebtor") ?? { outlook, level };
    expect([level, outlook.nextStepId, outlook.stagesToLegal]).toEqual([left.level, left.outlook.nextStepId, left.outlook.stagesToLegal]);
    if (outlook.nextActionOn === asOf) return;
    exact += 1;
    expect(outlook.nextActionOn).toBe(left.outlook.nextActionOn);
    expect(lastActionOn).toBe(asOf);
  }), { numRuns: 1_000 });
  expect(exact).toBeGreaterThan(50);
});

test("C-25: an item is in one message of a day only, and reaches its step as often as it is told without waiting for a second person", () => {
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const decision = decide(facts, policy, asOf);
    const ids = told(decision).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const leaving = messagesOf(decision).flatMap(({ needsApproval, lines }) => (needsApproval ? [] : lines.map(({ item }) => item.id)));
    expect(decision.actions.flatMap((action) => (action.kind === "advanceItem" ? [action.itemId] : [])).sort()).toEqual(leaving.sort());
  }), { numRuns: 1_000 });
});

test("A-19: money is conserved: the total of a message is what is open on its lines, all of them in its currency", () => {
  let mixed = 0;
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const messages = messagesOf(decide(facts, policy, asOf));
    if (new Set(messages.map(({ total }) => total.currency.code)).size > 1) mixed += 1;
    for (const { lines, total, credits } of messages) {
      const own = facts.items.filter(({ id }) => lines.some(({ item }) => item.id === id));
      expect(own.reduce((sum, item) => sum + openAt(item, asOf), 0n)).toBe(total.minor);
      expect(lines.reduce((sum, { open }) => sum + open.minor, 0n)).toBe(total.minor);
      expect(new Set([...own.map((item) => item.openAmount), ...lines.map(({ open }) => open), ...credits.map(({ amount }) => amount), total].map(({ currency }) => currency.code)).size).toBe(1);
    }
  }), { numRuns: 2_000 });
  expect(mixed).toBeGreaterThan(2);
});

test("every item has exactly one reason, from the catalogue, and it is told in words with nothing left open, in both languages", () => {
  const met = new Set<string>();
  fc.assert(fc.property(anyFacts, anyDay, anyPolicy, (facts, asOf, policy) => {
    const { reasons } = decide(facts, policy, asOf);
    expect(reasons.map((reason) => reason.itemId).sort()).toEqual(facts.items.map((item) => item.id).sort());
    for (const reason of reasons) {
      met.add(reason.code);
      expect(reasonCodes).toContain(reason.code);
      for (const words of [reasonText(reason), reasonText(reason, hungarian)]) expect(words).not.toMatch(/[{}]|undefined|NaN/);
    }
  }), { numRuns: 2_000 });
  expect(met.size).toBeGreaterThan(20);
});

const isFree = (on: Day, { weekend, holidays, worked }: Calendar): boolean => !worked.has(on) && (weekend.includes(weekday(on)) || holidays.has(on));
const moved = (on: Day, calendar: Calendar): Day => (isFree(on, calendar) ? moved(addDays(on, 1), calendar) : on);

test("A-04: a step's date less the due date is its offset, after the free days of any calendar; on the days between nothing is said", () => {
  const anyCase = fc.record({ offset: fc.integer({ min: -30, max: 120 }), wanted: near(-25, 50), grace: fc.constantFrom(null, "slow"), calendar: anyCalendar, huf: fc.boolean() });
  fc.assert(fc.property(anyCase, ({ offset, wanted, grace, calendar, ...item }) => {
    const dueOn = addDays(wanted, -offset - (grace === null ? 0 : 4));
    const policy = policyOf(strategyOf(offset), { calendar, creditClasses: new Map([["slow", { name: "Slow", dunnable: true, strategyId: null, channel: null, graceDays: 4 }]]) });
    const amount = money(10_000n, item.huf ? huf : eur);
    const facts = factsOf([itemOf("A", { dueOn, issuedOn: day("2020-01-01"), amount, openAmount: amount })], { debtor: { creditClassId: grace } });
    let now = facts;
    for (let asOf = addDays(wanted, -3); asOf <= addDays(wanted, 20); asOf = addDays(asOf, 1)) {
      const decision = decide(now, policy, asOf);
      const on = moved(wanted, calendar);
      expect([asOf, ...messagesOf(decision).flatMap(({ lines }) => lines.map((line) => line.daysPastDue - line.shiftedDays))]).toEqual(asOf === on ? [on, offset] : [asOf]);
      if (asOf === on) expect(daysBetween(dueOn, asOf)).toBe(offset + daysBetween(addDays(dueOn, offset), on));
      now = carryOut(now, decision, asOf);
    }
  }), { numRuns: 600 });
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
