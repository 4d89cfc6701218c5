import fc from "fast-check";
import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { followUp, type Alert, type AlertAction } from "#domain/alerts/follow";
import type { AlertRule } from "#domain/alerts/rule";
import type { Watched } from "#domain/alerts/watch";
import { money } from "#domain/money/money";

const start = "2026-03-02" as Day;
const euros = (amount: number) => money(BigInt(amount) * 100n, { code: "EUR", decimals: 2 });
const rule = (id: string, limit: number, escalationDays: number | null = null): AlertRule =>
  ({ id, name: id, kind: "overdueAmount", amount: euros(limit), days: null, severity: null, escalationDays, managerId: escalationDays === null ? null : "M" });
const owing = (amount: number | null): Watched => ({ overdue: amount === null ? null : euros(amount), oldestDueOn: null, severity: null, disputes: [], lastActionOn: null });

/** The alerts after an action, as a store keeps them. */
function carriedOut(alerts: readonly Alert[], action: AlertAction, asOf: Day): readonly Alert[] {
  if (action.kind === "raise") {
    return [...alerts, { id: `${action.rule.id}|${asOf}`, ruleId: action.rule.id, disputeId: action.notice.disputeId, raisedOn: asOf, passedOn: null, state: action.escalated ? "escalated" : "open" }];
  }
  const changed: Partial<Alert> = action.kind === "escalate" ? { state: "escalated" }
    : action.kind === "pass" ? { passedOn: asOf, state: action.alert.state === "closed" ? "closed" : "passed" } : { passedOn: null, state: action.alert.state === "closed" ? "closed" : "open" };
  return alerts.map((one) => (one.id === action.alert.id ? { ...one, ...changed } : one));
}

/** Night after night; gives the alerts and the kinds of actions of every night. */
function played(rules: readonly AlertRule[], amounts: readonly (number | null)[], closedOn: ReadonlySet<number> = new Set(), order: (alerts: readonly Alert[]) => readonly Alert[] = (alerts) => alerts) {
  let alerts: readonly Alert[] = [];
  const nights = amounts.map((amount, index) => {
    const asOf = addDays(start, index);
    const actions = followUp(rules, owing(amount), order(alerts), asOf);
    for (const action of actions) alerts = carriedOut(alerts, action, asOf);
    const again = followUp(rules, owing(amount), order(alerts), asOf);
    if (closedOn.has(index)) alerts = alerts.map((one) => (one.state === "open" || one.state === "escalated" ? { ...one, state: "closed" } : one));
    return { actions: actions.map(({ kind }) => kind), again: again.map(({ kind }) => kind) };
  });
  return { alerts, nights };
}

test.each<[string, readonly (number | null)[], ReadonlySet<number>, readonly (readonly string[])[]]>([
  ["one for a crossing, none on repeat", [50, 150, 200, 150], new Set(), [[], ["raise"], [], []]],
  ["it passes, and the next crossing is told anew", [150, 50, 50, 150], new Set(), [["raise"], ["pass"], [], ["raise"]]],
  ["closed by a person: none while it holds, then anew", [150, 150, 50, 150], new Set([0]), [["raise"], [], ["pass"], ["raise"]]],
  ["an amount that cannot be reckoned changes nothing", [150, null, 150, 50], new Set(), [["raise"], [], [], ["pass"]]],
])("E-13: %s", (_what, amounts, closedOn, expected) => expect(played([rule("A", 100)], amounts, closedOn).nights.map(({ actions }) => actions)).toEqual(expected));

test("to the manager after 3 days, once; at once with 0; never when a person has closed it", () => {
  expect(played([rule("A", 100, 3)], [150, 150, 150, 150, 150]).nights.map(({ actions }) => actions)).toEqual([["raise"], [], [], ["escalate"], []]);
  expect(played([rule("A", 100, 0)], [150, 150]).alerts.map(({ state }) => state)).toEqual(["escalated"]);
  expect(played([rule("A", 100, 3)], [150, 150, 150, 150, 150], new Set([1])).nights.flatMap(({ actions }) => actions)).toEqual(["raise"]);
});

test("what passed and holds again on the same day is one crossing", () => {
  const known: Alert = { id: "1", ruleId: "A", disputeId: null, raisedOn: start, passedOn: start, state: "passed" };
  expect(followUp([rule("A", 100)], owing(150), [known], start)).toEqual([{ kind: "resume", alert: known }]);
});

test("alerts of a rule that no longer watches stay as they are", () => {
  const known: Alert = { id: "1", ruleId: "gone", disputeId: null, raisedOn: start, passedOn: null, state: "open" };
  expect(followUp([rule("A", 100)], owing(50), [known], start)).toEqual([]);
});

test("property: as many alerts as crossings, a repeated night does nothing, whatever the order of rules and alerts", () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(amounts, fc.array(fc.nat(11)), fc.option(fc.nat(4), { nil: null }), (owed, closed, escalationDays) => {
    const rules = [rule("A", 100, escalationDays), rule("B", 200)];
    const forward = played(rules, owed, new Set(closed));
    const backward = played([...rules].reverse(), owed, new Set(closed), (alerts) => [...alerts].reverse());
    for (const [id, limit] of [["A", 100], ["B", 200]] as const) {
      const crossings = owed.filter((amount, index) => amount > limit && (owed[index - 1] ?? 0) <= limit).length;
      expect(forward.alerts.filter(({ ruleId }) => ruleId === id)).toHaveLength(crossings);
    }
    expect(forward.nights.flatMap(({ again }) => again)).toEqual([]);
    const sorted = (alerts: readonly Alert[]) => [...alerts].sort((left, right) => (left.id < right.id ? -1 : 1));
    expect(sorted(backward.alerts)).toEqual(sorted(forward.alerts));
  }), { numRuns: 1000 });
});
