import type { Day } from "../calendar/day";
import type { Action, Decision } from "./actions";
import type { DebtorFacts } from "./facts";
import type { Policy } from "./policy";
import { profileActions, standingOf } from "./profile";
import type { ReasonCode } from "./reasons";

/** Whether a debtor goes to another segment, or to none. */
export const moves = (actions: readonly Action[]): boolean => actions.some(({ kind }) => kind === "moveSegment");

/** Reasons of items that nothing keeps back: they have nothing open, or wait for a day of their ladder. */
const inOrder: ReadonlySet<ReasonCode> = new Set(["creditNote", "cancelled", "paid", "notIssued", "notOverdue", "stepNotDue", "beforeDeadline", "reminded"]);

const tells: ReadonlySet<Action["kind"]> = new Set(["planCommunication", "signalPromise"]);

/** Whether something keeps an item of a debtor back whom nothing is told. Source: cases.md A-29, who is left out is listed with the reason. */
export const leavesOut = ({ reasons, actions, faults }: Decision): boolean =>
  faults.length === 0 && !actions.some(({ kind }) => tells.has(kind)) && reasons.some(({ code }) => !inOrder.has(code));

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
