import type { Day } from "../calendar/day";
import type { Action, Decision } from "./actions";
import type { DebtorFacts } from "./facts";
import type { Policy } from "./policy";
import { profileActions, standingOf } from "./profile";

/** Whether a debtor goes to another segment, or to none. */
export const moves = (actions: readonly Action[]): boolean => actions.some(({ kind }) => kind === "moveSegment");

/**
 * Reckons figures and segment of a debtor whose day has not come: no item is looked at, nobody is told anything.
 * One that goes to another segment is to be decided on the same day, for the segment may have another ladder.
 */
export function evaluate(facts: DebtorFacts, policy: Policy, asOf: Day): Decision {
  const { level, lastActionOn, outlook } = facts.debtor;
  const own = profileActions(facts, standingOf(facts, policy, asOf), asOf);
  const looked: Action = { kind: "scheduleDebtor", outlook: { ...outlook, nextActionOn: asOf }, level, lastActionOn };
  const again = moves(own) && (outlook.nextActionOn ?? "9999-12-31") > asOf;
  return {
    actions: again ? [...own, looked] : own, reasons: [], nextActionOn: again ? asOf : outlook.nextActionOn, strategy: null, faults: [], warnings: [],
  };
}
