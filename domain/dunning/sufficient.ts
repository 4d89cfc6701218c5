import { later, type Day } from "../calendar/day";
import { stepDueOn } from "../strategies/climb";
import type { Climber, Coming } from "./coming";
import { shortfall } from "./minimum";
import type { World } from "./world";

/**
 * The step that comes, or where a ladder passes over steps and the item is too small for that one, the highest below it that is due and for which it is large enough.
 * A ladder that climbs one step at a time passes over none: the item waits before the step that is too large for it. Source: cases.md F-07 and A-24, the first contact is the first level.
 */
export function sufficient(climber: Climber, coming: Coming, world: World): Coming {
  const { item, strategy, standing } = climber;
  if (shortfall(item, coming.step, world) === null) return coming;
  const isDue = (day: Day): boolean => day <= world.asOf;
  const lower = strategy.steps.findLast((step) => step.sequence > standing.ladder.level && step.sequence < coming.step.sequence
    && isDue(stepDueOn(step, standing, { strategy, calendar: world.calendar })) && shortfall(item, step, world) === null);
  return lower === undefined ? coming : { ...coming, step: lower };
}

/** Where the ladder goes to the highest step due, the day of the step after one that the item is too small for: that one may suit it. null = none. */
export function suitsAgainOn({ strategy, standing }: Climber, { step }: Coming, { calendar }: World, tomorrow: Day): Day | null {
  const higher = strategy.escalation === "highestDue" ? strategy.steps.find(({ sequence }) => sequence > step.sequence) : undefined;
  return higher === undefined ? null : later(stepDueOn(higher, standing, { strategy, calendar }), tomorrow);
}
