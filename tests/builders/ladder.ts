import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { decide } from "#domain/dunning/decide";
import type { DebtorFacts } from "#domain/dunning/facts";
import { carriedOut } from "#domain/dunning/forecast";
import type { Policy } from "#domain/dunning/policy";

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
    now = carriedOut(now, decision, asOf);
  }
  return reminders;
}
