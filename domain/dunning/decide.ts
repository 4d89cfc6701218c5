import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import { earliest, type Day } from "../calendar/day";
import { messageText } from "../messages/text";
import type { OpenItem } from "../receivables/item";
import type { Action, Decision, JudgePromise, ScheduleDebtor } from "./actions";
import { assess } from "./assess";
import { plan } from "./communications";
import type { DebtorFacts, StoredVerdict } from "./facts";
import type { Policy } from "./policy";
import type { ItemReason, ReasonCode } from "./reasons";
import type { Verdict } from "./verdict";
import { worldOf, type World } from "./world";

const order = (item: OpenItem): string => `${item.dueOn ?? "9999-12-31"} ${item.name} ${item.id}`;
const byDueDate = (left: OpenItem, right: OpenItem): number => (order(left) < order(right) ? -1 : 1);

const never: StoredVerdict = { reason: null, nextActionOn: null, cycle: 0 };

/** What changes on the item's row; nothing when the last decision said the same. */
function itemActions({ item, reason, nextActionOn, line }: Verdict, stored: StoredVerdict): readonly Action[] {
  if (line !== null) return [{ kind: "advanceItem", itemId: item.id, stepId: line.step.id, level: line.step.sequence, cycle: item.ladder.cycle, nextActionOn }];
  return stored.reason === reason && stored.nextActionOn === nextActionOn ? [] : [{ kind: "setReason", itemId: item.id, reason, nextActionOn }];
}

const judgements = ({ judged }: World): readonly JudgePromise[] =>
  judged.flatMap(({ promise, state, paid }) => (state === "open" ? [] : [{ kind: "judgePromise" as const, promiseId: promise.id, state, paid }]))
    .sort((left, right) => (left.promiseId < right.promiseId ? -1 : 1));

const brokenActions = ({ facts }: World): readonly Action[] =>
  facts.broken.filter(({ id }) => facts.stored.get(id)?.reason !== "error")
    .map(({ id }) => ({ kind: "setReason", itemId: id, reason: "error", nextActionOn: null }));

const closed: ReadonlySet<ReasonCode> = new Set(["creditNote", "cancelled", "notIssued", "paid"]);

/** Highest level among the items that are open as of the day: it falls when the item that had it is paid. */
const levelOf = (verdicts: readonly Verdict[]): number =>
  Math.max(0, ...verdicts.filter(({ reason }) => !closed.has(reason)).map(({ item, line }) => line?.step.sequence ?? item.ladder.level));

function scheduled(world: World, wanted: Omit<ScheduleDebtor, "kind">): readonly Action[] {
  const { debtor } = world.facts;
  const same = debtor.nextActionOn === wanted.nextActionOn && debtor.level === wanted.level && debtor.lastActionOn === wanted.lastActionOn;
  return same ? [] : [{ kind: "scheduleDebtor", ...wanted }];
}

const reasonsOf = (verdicts: readonly Verdict[], { facts }: World): readonly ItemReason[] => [
  ...verdicts.map(({ item, reason, compared }) => ({ itemId: item.id, code: reason, compared })),
  ...facts.broken.map(({ id, fault }) => ({ itemId: id, code: "error" as const, compared: { text: messageText(fault.code, fault.parameters) } })),
];

/** Days on which something that is known already begins, or on which an open promise is over. */
const beginnings = ({ facts, judged, asOf }: World): readonly (Day | null)[] =>
  [
    ...judged.flatMap(({ promise, state }) => (state === "open" ? [promise.takenOn, addDays(promise.promisedOn, 1)] : [])),
    ...facts.holds.map((hold) => hold.startsOn), ...facts.disputes.map((dispute) => dispute.openedOn),
  ].map((day) => (day > asOf ? day : null));

/** First day on which anything can change; a debtor with something broken is looked at again on the next business day. */
function nextLook(verdicts: readonly Verdict[], world: World): Day | null {
  const { facts, asOf, policy } = world;
  const broken = facts.broken.length > 0 || verdicts.some(({ reason }) => reason === "error");
  const retry = broken ? nextBusinessDay(addDays(asOf, 1), policy.calendar) : null;
  return earliest([retry, ...beginnings(world), ...verdicts.map((one) => one.changeOn)]);
}

/**
 * Decides what to do about one debtor as of a day. Pure: the same facts, in whatever order, give the same decision,
 * and a decision that was carried out gives no further action on the same day.
 */
export function decide(facts: DebtorFacts, policy: Policy, asOf: Day): Decision {
  const world = worldOf(facts, policy, asOf);
  const verdicts = [...facts.items].sort(byDueDate).map((item) => assess(item, world));
  const lines = verdicts.flatMap(({ line }) => (line === null ? [] : [line]));
  const { communications, warnings } = plan(lines, world);
  const nextActionOn = nextLook(verdicts, world);
  const lastActionOn = communications.length > 0 ? asOf : facts.debtor.lastActionOn;
  return {
    actions: [
      ...judgements(world), ...communications,
      ...verdicts.flatMap((one) => itemActions(one, facts.stored.get(one.item.id) ?? never)), ...brokenActions(world),
      ...scheduled(world, { nextActionOn, lastActionOn, level: levelOf(verdicts) }),
    ],
    reasons: reasonsOf(verdicts, world), nextActionOn, warnings,
    strategy: world.choice === null ? null : { name: world.choice.strategy.name, source: world.choice.source },
    faults: [...verdicts.flatMap(({ fault }) => (fault === null ? [] : [fault])), ...facts.broken.map(({ fault }) => fault)],
  };
}
