import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import { messageText } from "../messages/text";
import { daysPastDue, openOn } from "../receivables/open";
import type { OpenItem } from "../receivables/item";
import { plannedOffset } from "../strategies/climb";
import type { Step } from "../strategies/strategy";
import type { Action, Line, ScheduleDebtor } from "./actions";
import { choiceFault } from "./chosen";
import { climberOf, resting } from "./climber";
import { comingFrom, type Climber } from "./coming";
import { plan } from "./communications";
import { decide } from "./decide";
import { deliveryOf } from "./delivery";
import { exclusions } from "./exclusions";
import type { DebtorFacts } from "./facts";
import { carriedOut } from "./forecast";
import { afterStep, needsApproval } from "./ladder";
import type { Policy } from "./policy";
import { reasonText } from "./reasons";
import { variantOf } from "./variants";
import { worldOf, type World } from "./world";

/** What a person who reminds now causes: messages and, when the ladder moves, the items' new positions; or why there is nothing to say. */
export interface Reminding { readonly actions: readonly Action[]; readonly obstacles: readonly string[] }

/** The step that speaks: the one that follows when the ladder moves, else the last one done; the first where none was done yet. */
function stepFor(climber: Climber, movesLadder: boolean, world: World): Step | null {
  const { strategy, standing } = climber;
  const next = comingFrom(climber, { ladder: standing.ladder, contactedOn: null }, world)?.step ?? null;
  if (movesLadder) return next;
  return strategy.steps.findLast((step) => step.sequence <= standing.ladder.level) ?? strategy.steps[0] ?? null;
}

type Found = { readonly line: Line; readonly climber: Climber } | { readonly obstacle: string };

const told = (item: OpenItem, code: Parameters<typeof reasonText>[0]["code"], compared: Parameters<typeof reasonText>[0]["compared"] = {}): Found =>
  ({ obstacle: `${item.name}: ${reasonText({ itemId: item.id, code, compared })}` });

function lineFor(item: OpenItem, movesLadder: boolean, world: World): Found | null {
  for (const excludes of exclusions) {
    const found = excludes(item, world);
    if (found !== null) return found.reason === "paid" || found.reason === "creditNote" ? null : told(item, found.reason, found.compared);
  }
  const choice = world.choiceOf(item);
  if (item.dueOn === null || choice === null) return told(item, "noStrategy");
  const broken = choiceFault(choice, item, world);
  if (broken !== null) return told(item, "error", { text: messageText(broken.code, broken.parameters) });
  const days = daysPastDue(item.dueOn, world.asOf);
  if (days < 1) return null;
  const climber = climberOf(item, item.dueOn, choice.strategy, world);
  const step = stepFor(climber, movesLadder, world);
  if (step === null) return told(item, "ladderComplete", { level: item.ladder.level });
  const delivery = deliveryOf({ item, step, variant: variantOf(step, world) }, world);
  if ("reason" in delivery) return told(item, delivery.reason, { step: step.sequence, channel: delivery.channel, ...delivery.compared });
  return { climber, line: { item: climber.item, step, dueOn: item.dueOn, daysPastDue: days, shiftedDays: days - plannedOffset(choice.strategy, step), open: openOn(item, world.asOf), delivery } };
}

/** What becomes of an item: one whose message waits for a second person stays where it is until that one approves. */
function advance({ climber, line }: { readonly climber: Climber; readonly line: Line }, world: World): Action {
  const { step, item } = line;
  if (needsApproval(step, world)) return { kind: "setReason", itemId: item.id, reason: "awaitingApproval", outlook: resting(climber, item.ladder.level, world), level: null };
  const deadline = step.deadlineDays === null ? null : addDays(world.asOf, step.deadlineDays);
  return {
    kind: "advanceItem", itemId: item.id, stepId: step.id, level: step.sequence, cycle: item.ladder.cycle, attempts: item.ladder.attempts + 1, deadline, version: item.ladder.version,
    reason: "reminded", outlook: afterStep(climber, step, world),
  };
}

/** Actions on which the day of the next decision does not depend: every night looks at segments and figures. */
const besides: ReadonlySet<Action["kind"]> = new Set(["scheduleDebtor", "setFigures", "moveSegment", "changeDelinquency"]);

/** The debtor's row once its ladder was moved by hand: as a decision of the same day would leave it; where that one would do more, the next run looks at the debtor. */
function rescheduled(facts: DebtorFacts, actions: readonly Action[], policy: Policy, asOf: Day): ScheduleDebtor {
  const contacted: ScheduleDebtor = { kind: "scheduleDebtor", outlook: facts.debtor.outlook, level: facts.debtor.level, lastActionOn: asOf };
  const decided = decide(carriedOut(facts, { actions: [...actions, contacted] }, asOf), policy, asOf).actions;
  const row = decided.find((action) => action.kind === "scheduleDebtor") ?? contacted;
  return decided.every(({ kind }) => besides.has(kind)) ? row : { ...row, outlook: { ...row.outlook, nextActionOn: asOf } };
}

/**
 * Reminds one debtor of all its overdue items now, whatever day its next step falls on: with the effects of the step that follows when the ladder moves,
 * else in the words of the level that was reached (C-30). What a run may not chase is not chased by hand either, but a person may write to a vulnerable debtor.
 */
export function remindNow(facts: DebtorFacts, policy: Policy, { asOf, movesLadder }: { readonly asOf: Day; readonly movesLadder: boolean }): Reminding {
  const world = worldOf(facts, policy, asOf, { byPerson: true });
  const found = facts.items.flatMap((item) => lineFor(item, movesLadder, world) ?? []);
  const lines = found.flatMap((one) => ("line" in one ? [one] : []));
  const { communications } = plan(lines.map(({ line }) => line), world);
  const done = [...communications.map((one) => ({ ...one, movesLadder })), ...(movesLadder ? lines.map((one) => advance(one, world)) : [])];
  return {
    actions: movesLadder && lines.length > 0 ? [...done, rescheduled(facts, done, policy, asOf)] : done,
    obstacles: found.flatMap((one) => ("obstacle" in one ? [one.obstacle] : [])),
  };
}
