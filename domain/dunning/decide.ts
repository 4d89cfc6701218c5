import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import { earliest, type Day } from "../calendar/day";
import { messageText } from "../messages/text";
import { judgedFrom } from "../promises/judge";
import type { LadderPosition, OpenItem } from "../receivables/item";
import type { Step } from "../strategies/strategy";
import type { Action, Decision, JudgePlan, JudgePromise, Line, ScheduleDebtor } from "./actions";
import { assess } from "./assess";
import { capped, contactOf, countsContacts } from "./capped";
import { plan } from "./communications";
import { neverDecided, type DebtorFacts } from "./facts";
import { noOutlook, sameOutlook, type Outlook } from "./outlook";
import type { Policy } from "./policy";
import { figureFaults, profileActions } from "./profile";
import { isClosed } from "./exclusions";
import type { ItemReason } from "./reasons";
import { signals, signalsWaitFor } from "./signal";
import { onItsWayFrom } from "./transit";
import type { Verdict } from "./verdict";
import { worldOf, type World } from "./world";

const order = (item: OpenItem): string => `${item.dueOn ?? "9999-12-31"} ${item.name} ${item.id}`;

/** Items by due date, name and id. */
const byDueDate = (items: readonly OpenItem[]): readonly OpenItem[] =>
  items.map((item) => ({ item, place: order(item) })).sort((left, right) => (left.place < right.place ? -1 : 1)).map(({ item }) => item);

/** Where an item stands on its ladder once it was told of a step. */
const positionAfter = ({ ladder }: OpenItem, { sequence, deadlineDays }: Step, asOf: Day): LadderPosition => ({
  level: sequence, cycle: ladder.cycle, attempts: ladder.attempts + 1, lastActionOn: asOf, deadline: deadlineDays === null ? null : addDays(asOf, deadlineDays), version: ladder.version,
});

function advance({ item, outlook }: Verdict, { step }: Line, asOf: Day): Action {
  const { level, cycle, attempts, deadline, version } = positionAfter(item, step, asOf);
  return { kind: "advanceItem", itemId: item.id, stepId: step.id, level, cycle, attempts, deadline, version, reason: "reminded", outlook };
}

/** What the item is told today; null = nothing, or what waits for a second person. */
const reachedBy = ({ line, reason }: Verdict): Line | null => (reason === "awaitingApproval" ? null : line);

/** What changes on the item's row; nothing when the last decision said the same. */
function itemActions(found: Verdict, { facts, asOf }: World): readonly Action[] {
  const { item, reason, outlook, level } = found;
  const line = reachedBy(found);
  if (line !== null) return [advance(found, line, asOf)];
  const stored = facts.stored.get(item.id) ?? neverDecided;
  const same = level === null && stored.reason === reason && sameOutlook(stored, outlook);
  return same ? [] : [{ kind: "setReason", itemId: item.id, reason, outlook, level }];
}

const judgements = ({ judged }: World): readonly JudgePromise[] =>
  judged.flatMap(({ promise, state, paid }) => (state === "open" ? [] : [{ kind: "judgePromise" as const, promiseId: promise.id, state, paid }]))
    .sort((left, right) => (left.promiseId < right.promiseId ? -1 : 1));

const planJudgements = ({ judgedPlans }: World): readonly JudgePlan[] =>
  judgedPlans.flatMap(({ plan: { id }, state }) => (state === "open" ? [] : [{ kind: "judgePlan" as const, planId: id, state }])).sort((left, right) => (left.planId < right.planId ? -1 : 1));

const brokenActions = ({ facts }: World): readonly Action[] =>
  facts.broken.filter(({ id }) => facts.stored.get(id)?.reason !== "error")
    .map(({ id }) => ({ kind: "setReason", itemId: id, reason: "error", outlook: noOutlook, level: null }));

/** Level of an item after the decision. */
const levelAfter = (found: Verdict): number => reachedBy(found)?.step.sequence ?? found.level ?? found.item.ladder.level;

/** Highest level among the items that are open as of the day: it falls when the item that had it is paid. */
const levelOf = (verdicts: readonly Verdict[]): number =>
  verdicts.filter(({ reason }) => !isClosed(reason)).reduce((top, found) => Math.max(top, levelAfter(found)), 0);

/** The debtor's own outlook: the step of the item that is furthest, and the fewest stages to legal among its items. */
function outlookOf(verdicts: readonly Verdict[], nextActionOn: Day | null): Outlook {
  const alive = verdicts.filter(({ reason }) => !isClosed(reason));
  const furthest = alive.reduce<Verdict | null>((top, one) => (top === null || levelAfter(one) > levelAfter(top) ? one : top), null);
  const stages = alive.flatMap(({ outlook }) => outlook.stagesToLegal ?? []);
  return { nextActionOn, nextStepId: furthest?.outlook.nextStepId ?? null, stagesToLegal: stages.length === 0 ? null : stages.reduce((least, one) => Math.min(least, one)) };
}

function scheduled(world: World, wanted: Omit<ScheduleDebtor, "kind">): readonly Action[] {
  const { debtor } = world.facts;
  const same = sameOutlook(debtor.outlook, wanted.outlook) && debtor.level === wanted.level && debtor.lastActionOn === wanted.lastActionOn;
  return same ? [] : [{ kind: "scheduleDebtor", ...wanted }];
}

const reasonsOf = (verdicts: readonly Verdict[], { facts }: World): readonly ItemReason[] => [
  ...verdicts.map(({ item, reason, compared }) => ({ itemId: item.id, code: reason, compared })),
  ...facts.broken.map(({ id, fault }) => ({ itemId: id, code: "error" as const, compared: { text: messageText(fault.code, fault.parameters) } })),
];

/** Days on which something that is known already begins, or on which an open promise is over. */
const beginnings = ({ facts, policy, judged, judgedPlans, asOf }: World): readonly (Day | null)[] =>
  [
    ...judged.flatMap(({ promise, state }) => (state === "open" ? [promise.takenOn, judgedFrom(promise, { terms: policy.company.terms, calendar: policy.calendar })] : [])),
    ...judgedPlans.flatMap(({ plan: { takenOn }, changeOn }) => [takenOn, changeOn]),
    ...facts.holds.map((hold) => hold.startsOn), ...facts.disputes.map((dispute) => dispute.openedOn), facts.debtor.insolventOn,
    ...facts.receipts.flatMap((receipt) => [receipt.valueOn, receipt.state === "announced" ? onItsWayFrom(receipt, policy.company.terms.transitDays ?? 0) : null]), ...facts.items.map((item) => (item.document.kind === "creditNote" ? item.issuedOn : null)),
  ].map((day) => (day !== null && day > asOf ? day : null));

/** First day on which anything can change; a debtor with something broken is looked at again on the next business day. */
function nextLook(verdicts: readonly Verdict[], world: World): Day | null {
  const { facts, asOf, calendar } = world;
  const broken = facts.broken.length > 0 || verdicts.some(({ reason }) => reason === "error");
  const retry = broken ? nextBusinessDay(addDays(asOf, 1), calendar) : null;
  return earliest([retry, signalsWaitFor(world), ...beginnings(world), ...verdicts.map((one) => one.changeOn)]);
}

/** Facts once the items that are told have reached their step, and the others know their reason. */
function afterTelling(verdicts: readonly Verdict[], world: World): DebtorFacts {
  const { facts, policy, asOf } = world;
  const contacts = !countsContacts(policy) ? facts.contacts : [...facts.contacts, ...plan(verdicts.flatMap(({ line }) => line ?? []), world).communications.map((one) => contactOf(one, world))];
  const told = new Map(verdicts.flatMap((found) => {
    const line = reachedBy(found);
    return line === null ? [] : [[found.item.id, positionAfter(found.item, line.step, asOf)] as const];
  }));
  const items = facts.items.map((item) => ({ ...item, ladder: told.get(item.id) ?? item.ladder }));
  const debtor = { ...facts.debtor, lastActionOn: asOf };
  const awaitingApproval = new Map([...facts.awaitingApproval, ...verdicts.flatMap(({ item, reason, line }) => (reason === "awaitingApproval" && line !== null ? [[item.id, line.step.sequence] as const] : []))]);
  return { ...facts, debtor, items, contacts, awaitingApproval, stored: new Map(verdicts.map(({ item, reason, outlook }) => [item.id, { reason, ...outlook, cycle: item.ladder.cycle, deadline: item.ladder.deadline, version: item.ladder.version }])) };
}

/** Whether what others are told today changes what comes for an item: where the debtor climbs as a whole, is written to only every so many days, goes to the highest step due by then, or a contact rule counts messages. */
function heeds({ item }: Verdict, world: World): boolean {
  const strategy = world.choiceOf(item)?.strategy;
  return strategy !== undefined && (strategy.ladder === "debtor" || strategy.daysBetween > 1 || strategy.escalation === "highestDue" || countsContacts(world.policy));
}

/** Verdicts that hold after the messages of the day: items that are not told today are looked at once more, as the next decision would. */
function settled(verdicts: readonly Verdict[], world: World): readonly Verdict[] {
  if (!verdicts.some(({ line }) => line !== null) || !verdicts.some((found) => found.line === null && heeds(found, world))) return verdicts;
  const after = worldOf(afterTelling(verdicts, world), world.policy, world.asOf);
  const items = new Map(world.facts.items.map((item) => [item.id, item]));
  return verdicts.map((found) => {
    const item = items.get(found.item.id);
    return found.line !== null || found.fault !== null || item === undefined ? found : assess(item, after);
  });
}

/** Who is told today that a promise is broken was written to: where days must lie between contacts they count from there. */
const contactedToday = ({ facts, policy, asOf }: World): World => worldOf({ ...facts, debtor: { ...facts.debtor, lastActionOn: asOf } }, policy, asOf);

/**
 * Decides what to do about one debtor as of a day. Pure: the same facts, in whatever order, give the same decision,
 * and a decision that was carried out gives no further action on the same day.
 */
export function decide(facts: DebtorFacts, policy: Policy, asOf: Day): Decision {
  const today = worldOf(facts, policy, asOf);
  const told = signals(today);
  const world = told.length > 0 && (today.choice?.strategy.daysBetween ?? 1) > 1 ? contactedToday(today) : today;
  const verdicts = settled(capped(byDueDate(facts.items).map((item) => assess(item, world)), world), world);
  const lines = verdicts.flatMap(({ line }) => (line === null ? [] : [line]));
  const { communications, warnings } = plan(lines, world);
  const nextActionOn = nextLook(verdicts, world);
  const lastActionOn = communications.length > 0 ? asOf : world.facts.debtor.lastActionOn;
  return {
    actions: [
      ...judgements(world), ...planJudgements(world), ...told, ...communications,
      ...verdicts.flatMap((one) => itemActions(one, world)), ...brokenActions(world),
      ...scheduled(world, { outlook: outlookOf(verdicts, nextActionOn), lastActionOn, level: levelOf(verdicts) }),
      ...profileActions(facts, world.standing, asOf),
    ],
    reasons: reasonsOf(verdicts, world), nextActionOn, warnings,
    strategy: world.choice === null ? null : { name: world.choice.strategy.name, source: world.choice.source },
    faults: [...figureFaults(facts, world.standing, policy), ...verdicts.flatMap(({ fault }) => (fault === null ? [] : [fault])), ...facts.broken.map(({ fault }) => fault)],
  };
}
