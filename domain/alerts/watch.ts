import { daysBetween } from "../calendar/arithmetic";
import { later, type Day } from "../calendar/day";
import { fault, type Fault } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { compare, type Money } from "../money/money";
import { compareSeverity, type Severity } from "../segments/severity";
import type { AlertRule } from "./rule";

/** A dispute that is not closed. */
export interface WatchedDispute {
  readonly id: string;
  readonly name: string;
  readonly deadline: Day;
  /** Day from which its reason wants the manager told; null = the reason does not say, so the rule does. */
  readonly escalatesOn: Day | null;
}

/** What rules look at of one debtor, as the decision of the day left it. */
export interface Watched {
  /** In the company's currency; null = it could not be reckoned. */
  readonly overdue: Money | null;
  /** Due date of the open item that is late longest, or comes first; null = nothing is open. */
  readonly oldestDueOn: Day | null;
  /** null = nothing is overdue. */
  readonly severity: Severity | null;
  readonly disputes: readonly WatchedDispute[];
  /** Day of the last message, call, promise or dispute; null = none. */
  readonly lastActionOn: Day | null;
}

/** A rule's condition that holds: for the debtor, or for one of its disputes. `text` is a message of the catalogue with the values compared. */
export interface Notice {
  readonly disputeId: string | null;
  /** Day from which it goes to the manager, where that is not for the rule to say; null = the rule says. */
  readonly escalatesOn: Day | null;
  readonly text: Fault;
}

const pastDue = ({ oldestDueOn }: Watched, asOf: Day): number => (oldestDueOn === null ? 0 : daysBetween(oldestDueOn, asOf));

const ofDebtor = (text: Fault | null): readonly Notice[] => (text === null ? [] : [{ disputeId: null, escalatesOn: null, text }]);

/** Amount or days past due: whichever of the two that the rule names is crossed, one is enough. */
function overdue({ amount, days }: AlertRule, watched: Watched, asOf: Day): readonly Notice[] | null {
  if (amount !== null && watched.overdue !== null && compare(watched.overdue, amount) > 0) {
    return ofDebtor(fault("alert.overdueAmount", { overdue: moneyText(watched.overdue), limit: moneyText(amount) }));
  }
  const late = pastDue(watched, asOf);
  if (days !== null && late > days) return ofDebtor(fault("alert.daysPastDue", { days: late, limit: days }));
  return amount !== null && watched.overdue === null ? null : [];
}

const lateDisputes = ({ days }: AlertRule, { disputes }: Watched, asOf: Day): readonly Notice[] =>
  disputes.filter(({ deadline }) => daysBetween(deadline, asOf) >= (days ?? 0))
    .map(({ id, name, deadline, escalatesOn }) => ({ disputeId: id, escalatesOn, text: fault("alert.lateDispute", { dispute: name, deadline }) }));

/** Days without action count from the last action, or from the oldest due date where that came later. */
function withoutAction({ days }: AlertRule, { severity, lastActionOn, oldestDueOn }: Watched, asOf: Day): readonly Notice[] {
  if (severity === null || oldestDueOn === null) return [];
  const since = lastActionOn === null ? oldestDueOn : later(lastActionOn, oldestDueOn);
  const idle = daysBetween(since, asOf);
  return idle < (days ?? 0) ? [] : ofDebtor(fault("alert.noAction", { severity, days: idle, since }));
}

/** Where a rule's condition holds on a day; null when that cannot be told, so that nothing is raised and nothing passes. */
export function noticed(rule: AlertRule, watched: Watched, asOf: Day): readonly Notice[] | null {
  if (rule.severity !== null && compareSeverity(watched.severity, rule.severity) < 0) return [];
  switch (rule.kind) {
    case "overdueAmount":
    case "daysPastDue": return overdue(rule, watched, asOf);
    case "lateDispute": return lateDisputes(rule, watched, asOf);
    case "noAction": return withoutAction(rule, watched, asOf);
  }
}
