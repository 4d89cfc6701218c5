import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import type { Action, Decision, PlanCommunication } from "./actions";
import { contactOf } from "./capped";
import type { Fault } from "../messages/fault";
import { faultText } from "../messages/text";
import { decide } from "./decide";
import type { LadderPosition } from "../receivables/item";
import { neverDecided, type DebtorFacts, type StoredVerdict } from "./facts";
import type { Policy } from "./policy";

/** A message that a coming night would plan if nothing happened until then. */
export interface Activity { readonly day: Day; readonly communication: PlanCommunication }

type ItemAction = Extract<Action, { readonly itemId: string }>;

function ladderAfter(ladder: LadderPosition, action: ItemAction, asOf: Day): LadderPosition {
  if (action.kind === "advanceItem") return { level: action.level, cycle: action.cycle, attempts: action.attempts, deadline: action.deadline, version: action.version, lastActionOn: asOf };
  // An item that falls back climbs again in a new cycle.
  return action.level === null ? ladder : { ...ladder, level: action.level, cycle: ladder.cycle + 1, attempts: 0, deadline: null };
}

/** Items once all that was decided about them is carried out: in one pass, since a debtor may have thousands. */
function afterItems(facts: DebtorFacts, actions: readonly ItemAction[], asOf: Day): DebtorFacts {
  const decided = new Map(actions.map((action) => [action.itemId, action]));
  const items = facts.items.map((item) => {
    const action = decided.get(item.id);
    return action === undefined ? item : { ...item, ladder: ladderAfter(item.ladder, action, asOf) };
  });
  const verdicts = actions.map((action): [string, StoredVerdict] => {
    const { cycle, deadline, version } = action.kind === "advanceItem" ? action : facts.stored.get(action.itemId) ?? neverDecided;
    return [action.itemId, { reason: action.reason, ...action.outlook, cycle, deadline, version }];
  });
  return { ...facts, items, stored: new Map([...facts.stored, ...verdicts]) };
}

function after(facts: DebtorFacts, action: Exclude<Action, ItemAction>, asOf: Day): DebtorFacts {
  switch (action.kind) {
    case "judgePromise": return {
      ...facts, promises: facts.promises.filter((promise) => promise.id !== action.promiseId),
      untold: action.state === "broken" ? [...facts.untold, ...facts.promises.filter((promise) => promise.id === action.promiseId)] : facts.untold,
    };
    case "judgePlan": return { ...facts, plans: facts.plans.filter((plan) => plan.id !== action.planId) };
    case "signalPromise": return { ...facts, untold: facts.untold.filter((promise) => promise.id !== action.promiseId) };
    case "scheduleDebtor": return { ...facts, debtor: { ...facts.debtor, outlook: action.outlook, level: action.level, lastActionOn: action.lastActionOn } };
    case "setFigures": return { ...facts, debtor: { ...facts.debtor, profile: { ...facts.debtor.profile, stored: action.figures } } };
    case "moveSegment": return { ...facts, debtor: { ...facts.debtor, segmentId: action.segment?.id ?? null } };
    case "changeDelinquency": return facts;
    case "planCommunication": return planned(facts, action, asOf);
  }
}

/** A planned message counts as a contact; one that waits for approval keeps its items. */
function planned(before: DebtorFacts, action: PlanCommunication, asOf: Day): DebtorFacts {
  const facts = { ...before, contacts: [...before.contacts, contactOf(action, { asOf })] };
  return !action.needsApproval ? facts : { ...facts, awaitingApproval: new Map([...facts.awaitingApproval, ...action.lines.map(({ item, step }) => [item.id, step.sequence] as const)]) };
}

/** Facts as they are once a decision was carried out. */
export function carriedOut(facts: DebtorFacts, { actions }: Pick<Decision, "actions">, asOf: Day): DebtorFacts {
  const ofItems = actions.filter((action): action is ItemAction => "itemId" in action);
  const others = actions.filter((action): action is Exclude<Action, ItemAction> => !("itemId" in action));
  return others.reduce((now, action) => after(now, action, asOf), afterItems(facts, ofItems, asOf));
}

const isDue = ({ debtor }: DebtorFacts, asOf: Day): boolean => debtor.outlook.nextActionOn !== null && debtor.outlook.nextActionOn <= asOf;

/** What a night makes of a decision once its charges and words are known; or why the debtor is set apart, and when it is looked at again. */
export type Carry = (facts: DebtorFacts, decision: Decision, asOf: Day) => Decision | { readonly fault: Fault; readonly nextActionOn: Day | null };

/** What the coming nights would plan, and what would hinder them: every fault on the first day on which it stands in the way. */
export interface Forecast {
  readonly activities: readonly Activity[];
  readonly hindered: readonly { readonly day: Day; readonly fault: Fault }[];
}

const plain: Carry = (_facts, decision) => decision;

const again = (facts: DebtorFacts, nextActionOn: Day | null): DebtorFacts => ({ ...facts, debtor: { ...facts.debtor, outlook: { ...facts.debtor.outlook, nextActionOn } } });

const planCommunications = ({ actions }: Decision, day: Day): readonly Activity[] =>
  actions.flatMap((action) => (action.kind === "planCommunication" ? [{ day, communication: action }] : []));

/** What the coming nights would plan for a debtor if nothing happened meanwhile (T-01): each night decides on what the one before left. The first night decides in any case. */
export function forecast(facts: DebtorFacts, policy: Policy, { from, nights, carry = plain }: { readonly from: Day; readonly nights: number; readonly carry?: Carry }): Forecast {
  const activities: Activity[] = [];
  const hindered = new Map<string, Forecast["hindered"][number]>();
  let now = facts;
  for (let night = 0; night < nights; night += 1) {
    const day = addDays(from, night);
    if (night > 0 && !isDue(now, day)) continue;
    const made = carry(now, decide(now, policy, day), day);
    for (const fault of "fault" in made ? [made.fault] : made.faults) hindered.set(faultText(fault), hindered.get(faultText(fault)) ?? { day, fault });
    if (!("fault" in made)) activities.push(...planCommunications(made, day));
    now = "fault" in made ? again(now, made.nextActionOn) : carriedOut(now, made, day);
  }
  return { activities, hindered: [...hindered.values()] };
}
