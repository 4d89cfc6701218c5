import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import type { Decision } from "#domain/dunning/actions";
import { decide } from "#domain/dunning/decide";
import type { DebtorFacts, StoredVerdict } from "#domain/dunning/facts";
import type { Policy } from "#domain/dunning/policy";

/** Facts as they are after a decision was carried out: what the bridge writes, in memory. */
export function carryOut(facts: DebtorFacts, decision: Decision, asOf: Day): DebtorFacts {
  const stored = new Map<string, StoredVerdict>(facts.stored);
  let { items, promises, debtor } = facts;
  for (const action of decision.actions) {
    if (action.kind === "advanceItem") {
      stored.set(action.itemId, { reason: action.reason, ...action.outlook, cycle: action.cycle });
      items = items.map((item) => (item.id === action.itemId ? { ...item, ladder: { level: action.level, cycle: action.cycle, attempts: action.attempts, deadline: action.deadline, lastActionOn: asOf } } : item));
    }
    if (action.kind === "setReason") stored.set(action.itemId, { reason: action.reason, ...action.outlook, cycle: 0 });
    if (action.kind === "judgePromise") promises = promises.filter((promise) => promise.id !== action.promiseId);
    if (action.kind === "scheduleDebtor") debtor = { ...debtor, outlook: action.outlook, level: action.level, lastActionOn: action.lastActionOn };
  }
  return { ...facts, debtor, items, promises, stored };
}

/** One reminder: on which day which items reached which level. */
export type Reminder = readonly [day: Day, ...items: string[]];

/** Plays every night from one day on, each decision carried out; gives the nights that reminded ("item@level"). */
export function play(facts: DebtorFacts, policy: Policy, { from, nights }: { readonly from: Day; readonly nights: number }): readonly Reminder[] {
  const reminders: Reminder[] = [];
  let now = facts;
  for (let night = 0; night < nights; night += 1) {
    const asOf = addDays(from, night);
    const decision = decide(now, policy, asOf);
    const told = decision.actions.flatMap((action) => (action.kind === "planCommunication" ? action.lines.map((line) => `${line.item.id}@${line.step.sequence}`) : []));
    if (told.length > 0) reminders.push([asOf, ...told]);
    now = carryOut(now, decision, asOf);
  }
  return reminders;
}
