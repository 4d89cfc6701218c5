import type { Day } from "../calendar/day";
import { pausedDays } from "../holds/pause";
import type { LadderPosition, OpenItem } from "../receivables/item";
import { followingStep, levelByDueDate, stagesToLegal, stepDueOn, type Climbing, type Standing } from "../strategies/climb";
import type { Step, Strategy } from "../strategies/strategy";
import type { Outlook } from "./outlook";
import type { World } from "./world";

/** An item that nothing excludes, with the ladder that it climbs and where it stands on it. */
export interface Climber {
  readonly item: OpenItem;
  readonly dueOn: Day;
  readonly strategy: Strategy;
  readonly standing: Standing;
}

const graceOf = (item: OpenItem, { creditClass, policy }: World): number =>
  (creditClass?.graceDays ?? 0) + (policy.paymentTypes.get(item.paymentTypeId ?? "")?.graceDays ?? 0);

/** Where the item stands; a strategy that was changed since the last step and says so begins anew. */
function restarted(ladder: LadderPosition, { policyChange, changedOn }: Strategy): LadderPosition {
  const anew = policyChange === "restart" && changedOn !== null && ladder.lastActionOn !== null && changedOn > ladder.lastActionOn;
  return anew ? { ...ladder, level: 0, cycle: ladder.cycle + 1, attempts: 0, deadline: null } : ladder;
}

function standingOf(item: OpenItem, dueOn: Day, ladder: LadderPosition, world: World): Standing {
  return { dueOn, issuedOn: item.issuedOn, ladder, grace: graceOf(item, world), pausedSince: (from) => pausedDays(world.facts.holds, item.id, from, world.asOf) };
}

/** The debtor as a whole: the day of its oldest open item, the level that it reached, but not more than that item gives reason for. */
function ofDebtor(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Standing {
  const { debtor } = world.facts;
  const oldest = world.oldestDueOn(strategy) ?? dueOn;
  const standing = standingOf(item, oldest, { ...item.ladder, level: debtor.level, lastActionOn: debtor.lastActionOn }, world);
  const level = Math.min(debtor.level, levelByDueDate(strategy, standing, world.asOf));
  return { ...standing, ladder: { ...standing.ladder, level } };
}

/** The item on the ladder of a strategy. */
export function climberOf(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Climber {
  const standing = strategy.ladder === "debtor" ? ofDebtor(item, dueOn, strategy, world) : standingOf(item, dueOn, restarted(item.ladder, strategy), world);
  return { item: { ...item, ladder: { ...item.ladder, cycle: standing.ladder.cycle, attempts: standing.ladder.attempts } }, dueOn, strategy, standing };
}

export const climbingOf = ({ strategy }: Climber, { policy }: World): Climbing => ({ strategy, calendar: policy.calendar });

/** The step that follows and its day; null when the ladder is complete. */
export function nextOn(climber: Climber, ladder: LadderPosition, world: World): { readonly step: Step; readonly day: Day } | null {
  const standing = { ...climber.standing, ladder };
  const climbing = climbingOf(climber, world);
  const step = followingStep(standing, climbing, world.asOf);
  return step === null ? null : { step, day: stepDueOn(step, standing, climbing) };
}

/** What comes next from a position on. */
export function outlookFrom(climber: Climber, ladder: LadderPosition, world: World): Outlook {
  const next = nextOn(climber, ladder, world);
  return { nextActionOn: next?.day ?? null, nextStepId: next?.step.id ?? null, stagesToLegal: stagesToLegal(climber.strategy, ladder.level) };
}
