import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import { later, type Day } from "../calendar/day";
import { pausedDays } from "../holds/pause";
import type { LadderPosition, OpenItem } from "../receivables/item";
import { followingStep, levelByDueDate, stagesToLegal, stepDueOn, type Standing } from "../strategies/climb";
import type { Step, Strategy } from "../strategies/strategy";
import { noOutlook, type Outlook } from "./outlook";
import type { ReasonCode } from "./reasons";
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
function restarted(ladder: LadderPosition, { policyChange, changedOn }: Strategy, asOf: Day): LadderPosition {
  const anew = policyChange === "restart" && changedOn !== null && changedOn <= asOf && ladder.lastActionOn !== null && changedOn > ladder.lastActionOn;
  return anew ? { ...ladder, level: 0, cycle: ladder.cycle + 1, attempts: 0, deadline: null } : ladder;
}

function standingOf(item: OpenItem, dueOn: Day, ladder: LadderPosition, world: World): Standing {
  return { dueOn, issuedOn: item.issuedOn, ladder, grace: graceOf(item, world), pausedSince: (from) => pausedDays(world.facts.holds, item.id, from, world.asOf) };
}

/** An item that falls back climbs again in a new cycle. */
const fallenBack = (ladder: LadderPosition, level: number, lastActionOn: Day | null): LadderPosition =>
  ({ level, lastActionOn, cycle: ladder.cycle + 1, attempts: 0, deadline: null });

/** The debtor as a whole: the day of its oldest open item, the level that it reached, but not more than that item gives reason for. */
function ofDebtor(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Standing {
  const { oldestDueOn, level: reached, lastActionOn } = world.debtorStanding(strategy);
  const standing = standingOf(item, oldestDueOn ?? dueOn, { ...item.ladder, level: reached, lastActionOn }, world);
  const level = Math.min(reached, levelByDueDate(strategy, standing, world.asOf));
  return { ...standing, ladder: item.ladder.level > level ? fallenBack(item.ladder, level, lastActionOn) : { ...standing.ladder, level } };
}

/** The item on the ladder of a strategy. */
export function climberOf(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Climber {
  const standing = strategy.ladder === "debtor" ? ofDebtor(item, dueOn, strategy, world) : standingOf(item, dueOn, restarted(item.ladder, strategy, world.asOf), world);
  return { item: { ...item, ladder: { ...item.ladder, cycle: standing.ladder.cycle, attempts: standing.ladder.attempts } }, dueOn, strategy, standing };
}

/** The step that follows, on the first business day that its date, the deadline of the last message and the days between contacts allow. */
export interface Coming {
  readonly step: Step;
  readonly day: Day;
  /** Its date has come, but perhaps the day is free, or the debtor was written to too recently. */
  readonly reached: boolean;
  readonly reason: Extract<ReasonCode, "stepNotDue" | "beforeDeadline" | "contactedRecently">;
}

/** From where the next step is reckoned. */
export interface Position { readonly ladder: LadderPosition; readonly contactedOn: Day | null }

function comingOn(climber: Climber, { ladder, contactedOn }: Position, { asOf, world }: { readonly asOf: Day; readonly world: World }): Coming | null {
  const { strategy } = climber;
  const standing = { ...climber.standing, ladder };
  const climbing = { strategy, calendar: world.calendar };
  const step = followingStep(standing, climbing, asOf);
  if (step === null) return null;
  const dated = stepDueOn(step, standing, climbing);
  const afterDeadline = ladder.deadline === null ? dated : later(dated, addDays(ladder.deadline, 1));
  const afterContact = contactedOn === null ? afterDeadline : later(afterDeadline, addDays(contactedOn, strategy.daysBetween));
  const day = nextBusinessDay(later(afterContact, world.asOf), world.calendar);
  const reached = afterDeadline <= world.asOf;
  if (afterContact > afterDeadline && strategy.daysBetween > 1) return { step, day, reached, reason: "contactedRecently" };
  return { step, day, reached, reason: afterDeadline > dated ? "beforeDeadline" : "stepNotDue" };
}

/** The step that comes next from a position; null when the ladder is complete. Until its day a higher one may fall due: then that one is it. */
export function comingFrom(climber: Climber, position: Position, world: World): Coming | null {
  const found = comingOn(climber, position, { asOf: world.asOf, world });
  if (found === null || found.day === world.asOf) return found;
  const then = comingOn(climber, position, { asOf: found.day, world });
  return then === null ? found : { ...found, step: then.step };
}

/** What comes next as people see it. */
export const outlookOf = ({ strategy }: Climber, { ladder }: Position, coming: Coming | null): Outlook =>
  ({ nextActionOn: coming?.day ?? null, nextStepId: coming?.step.id ?? null, stagesToLegal: stagesToLegal(strategy, ladder.level) });

/** What comes next for an item that rests until something happens: its step, by its own level. On the debtor's ladder the others go on meanwhile, so it is not known. */
export function resting(climber: Climber, level: number, world: World): Outlook {
  const { strategy, standing } = climber;
  const stages = stagesToLegal(strategy, level);
  if (strategy.ladder === "debtor") return { ...noOutlook, stagesToLegal: stages };
  const plain: Climber = { ...climber, strategy: { ...strategy, escalation: "oneStep", beginning: "firstStep" } };
  const coming = comingFrom(plain, { ladder: { ...standing.ladder, level }, contactedOn: null }, world);
  return { nextActionOn: null, nextStepId: coming?.step.id ?? null, stagesToLegal: stages };
}
