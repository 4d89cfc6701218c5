import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import { later, type Day } from "../calendar/day";
import { pausedDays } from "../holds/pause";
import type { LadderPosition, OpenItem } from "../receivables/item";
import { followingStep, levelByDueDate, stagesToLegal, stepDueOn, type Standing } from "../strategies/climb";
import type { Step, Strategy } from "../strategies/strategy";
import { graceOf } from "./debtorladder";
import { noOutlook, type Outlook } from "./outlook";
import type { ReasonCode } from "./reasons";
import { restarted } from "./restart";
import type { World } from "./world";

/** An item that nothing excludes, with the ladder that it climbs and where it stands on it. */
export interface Climber {
  readonly item: OpenItem;
  readonly dueOn: Day;
  readonly strategy: Strategy;
  readonly standing: Standing;
}

function standingOf(item: OpenItem, dueOn: Day, ladder: LadderPosition, world: World): Standing {
  return { dueOn, issuedOn: item.issuedOn, ladder, grace: graceOf(item, world), pausedSince: (from) => pausedDays(world.facts.holds, item.id, from, world.asOf) };
}

/** The debtor as a whole: the days of its oldest open item, the level that it reached, but not more than that item gives reason for. Only attempts and cycle are the item's own; one that falls back, or whose strategy was changed since and begins anew, begins a new cycle. */
function ofDebtor(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Standing {
  const { leader, level: reached, lastActionOn, deadlineUpTo } = world.debtorStanding(strategy);
  const { cycle, attempts, level: own } = restarted(item.ladder, strategy);
  const standing = standingOf(leader ?? item, leader?.dueOn ?? dueOn, { ...item.ladder, level: reached, lastActionOn }, world);
  const level = Math.min(reached, levelByDueDate(strategy, standing, world.asOf));
  const climbed = own > level ? { cycle: cycle + 1, attempts: 0 } : { cycle, attempts };
  return { ...standing, ladder: { ...item.ladder, ...climbed, level, lastActionOn, deadline: deadlineUpTo(level) } };
}

/** The item on the ladder of a strategy. */
export function climberOf(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Climber {
  const standing = strategy.ladder === "debtor" ? ofDebtor(item, dueOn, strategy, world) : standingOf(item, dueOn, restarted(item.ladder, strategy), world);
  return { item: { ...item, ladder: { ...item.ladder, cycle: standing.ladder.cycle, attempts: standing.ladder.attempts, version: strategy.version } }, dueOn, strategy, standing };
}

/** The step that follows, on the first business day that its date, the deadline of the last message and the days between contacts allow. */
export interface Coming {
  readonly step: Step;
  readonly day: Day;
  /** Its own date: on it the day is perhaps free, or the debtor was written to too recently. */
  readonly datedOn: Day;
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
  if (afterContact > afterDeadline && strategy.daysBetween > 1) return { step, day, datedOn: afterDeadline, reason: "contactedRecently" };
  return { step, day, datedOn: afterDeadline, reason: afterDeadline > dated ? "beforeDeadline" : "stepNotDue" };
}

/** What comes on a later day than it could: until then a higher step may fall due, and then that one is it. */
export function putOff(climber: Climber, { position, coming, until: day }: { readonly position: Position; readonly coming: Coming; readonly until: Day }, world: World): Coming {
  const then = comingOn(climber, position, { asOf: day, world });
  return { ...coming, day, step: then?.step ?? coming.step };
}

/** The step that comes next from a position, as it will be on its day; null when the ladder is complete. */
export function comingFrom(climber: Climber, position: Position, world: World): Coming | null {
  const coming = comingOn(climber, position, { asOf: world.asOf, world });
  return coming === null || coming.day === world.asOf ? coming : putOff(climber, { position, coming, until: coming.day }, world);
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
