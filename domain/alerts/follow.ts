import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import type { AlertRule } from "./rule";
import { noticed, type Notice, type Watched } from "./watch";

export type AlertState = "open" | "escalated" | "closed" | "passed";

/** An alert that was raised: what it noticed still holds, or passed today. */
export interface Alert {
  readonly id: string;
  readonly ruleId: string;
  readonly disputeId: string | null;
  readonly raisedOn: Day;
  /** Day from which what it noticed no longer holds; null = it still holds, even where a person has closed the alert. */
  readonly passedOn: Day | null;
  readonly state: AlertState;
}

export type AlertAction =
  /** A crossing: somebody is told; at once the manager where the rule says so. */
  | { readonly kind: "raise"; readonly rule: AlertRule; readonly notice: Notice; readonly escalated: boolean }
  /** Nobody has closed it in time: the manager looks after it. */
  | { readonly kind: "escalate"; readonly alert: Alert; readonly rule: AlertRule }
  /** What it noticed no longer holds: the next crossing is a new one. */
  | { readonly kind: "pass"; readonly alert: Alert }
  /** It passed earlier on this very day and holds again: that is no new crossing. */
  | { readonly kind: "resume"; readonly alert: Alert };

/** What the notice itself says goes before the days of the rule; without a manager there is nobody to tell. */
function goesUp({ escalationDays, managerId }: AlertRule, { escalatesOn }: Notice, { raisedOn, asOf }: { readonly raisedOn: Day; readonly asOf: Day }): boolean {
  if (escalatesOn !== null) return managerId !== null && escalatesOn <= asOf;
  return escalationDays !== null && addDays(raisedOn, escalationDays) <= asOf;
}

function onNotice(rule: AlertRule, notice: Notice, own: readonly Alert[], asOf: Day): readonly AlertAction[] {
  const known = own.filter(({ disputeId }) => disputeId === notice.disputeId);
  const holding = known.find(({ passedOn }) => passedOn === null);
  if (holding !== undefined) return holding.state === "open" && goesUp(rule, notice, { raisedOn: holding.raisedOn, asOf }) ? [{ kind: "escalate", alert: holding, rule }] : [];
  const today = known.find(({ raisedOn }) => raisedOn === asOf);
  return [today === undefined ? { kind: "raise", rule, notice, escalated: goesUp(rule, notice, { raisedOn: asOf, asOf }) } : { kind: "resume", alert: today }];
}

/**
 * What is to be done about one debtor: one alert for each crossing, none while it holds, the manager after the days of the rule, an end when it no longer holds.
 * `alerts` are those of the debtor that still hold or were raised today. Alerts of rules that are not among `rules` stay as they are.
 */
export function followUp(rules: readonly AlertRule[], watched: Watched, alerts: readonly Alert[], asOf: Day): readonly AlertAction[] {
  return rules.flatMap((rule) => {
    const notices = noticed(rule, watched, asOf);
    if (notices === null) return [];
    const own = alerts.filter(({ ruleId }) => ruleId === rule.id);
    const over = own.filter(({ passedOn, disputeId }) => passedOn === null && !notices.some((notice) => notice.disputeId === disputeId));
    return [...notices.flatMap((notice) => onNotice(rule, notice, own, asOf)), ...over.map((alert) => ({ kind: "pass" as const, alert }))];
  });
}
