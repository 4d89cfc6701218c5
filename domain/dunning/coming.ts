import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay, type Calendar } from "../calendar/business";
import { later, type Day } from "../calendar/day";
import { recalled } from "../recall";
import type { LadderPosition, OpenItem } from "../receivables/item";
import { followingStep, stepDueOn, type Standing } from "../strategies/climb";
import type { Step, Strategy } from "../strategies/strategy";
import type { ReasonCode } from "./reasons";
import type { World } from "./world";

/** An item that nothing excludes, with the ladder that it climbs and where it stands on it. */
export interface Climber {
  readonly item: OpenItem;
  readonly dueOn: Day;
  readonly strategy: Strategy;
  readonly standing: Standing;
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

/** The day that is decided for, and the one on which the step is chosen. */
interface Sight { readonly asOf: Day; readonly world: World }

function reckoned({ strategy, standing: before }: Climber, { ladder, contactedOn }: Position, { asOf, world }: Sight): Coming | null {
  const standing = { ...before, ladder };
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

const known = recalled<Strategy, Calendar, Map<string, Coming | null>>();
const nothingYet = (): Map<string, Coming | null> => new Map();

/** Everything that the reckoning looks at beside strategy and calendar, where no hold pauses the ladder. */
const placeOf = ({ standing }: Climber, { ladder, contactedOn }: Position, { asOf, world }: Sight): string =>
  `${standing.dueOn} ${standing.issuedOn} ${standing.grace} ${ladder.level} ${ladder.cycle === 0} ${ladder.lastActionOn} ${ladder.deadline} ${contactedOn} ${asOf} ${world.asOf}`;

/** Items that stand alike are reckoned once: a night has thousands, on a few dozen days. */
function comingOn(climber: Climber, position: Position, sight: Sight): Coming | null {
  if (sight.world.facts.holds.length > 0) return reckoned(climber, position, sight);
  const answers = known(climber.strategy, sight.world.calendar, nothingYet);
  const place = placeOf(climber, position, sight);
  const found = answers.get(place);
  if (found !== undefined) return found;
  const coming = reckoned(climber, position, sight);
  answers.set(place, coming);
  return coming;
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
