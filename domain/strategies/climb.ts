import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay, type Calendar } from "../calendar/business";
import { later, type Day } from "../calendar/day";
import type { LadderPosition } from "../receivables/item";
import type { Step, Strategy } from "./strategy";

/** The step after a level; null when the ladder is complete. An item climbs one step at a time. */
export const nextStep = (strategy: Strategy, level: number): Step | null =>
  strategy.steps.find((step) => step.sequence > level) ?? null;

const lastStep = (strategy: Strategy, level: number): Step | undefined =>
  [...strategy.steps].reverse().find((step) => step.sequence <= level);

/** Where an item stands when its next day is reckoned. */
export interface Standing {
  readonly dueOn: Day;
  readonly issuedOn: Day | null;
  readonly ladder: LadderPosition;
}

/** Days that lie between the last step done and the next; at least one, also when the strategy was changed meanwhile. */
function gap(strategy: Strategy, step: Step, level: number): number {
  const last = lastStep(strategy, level);
  return last === undefined ? 1 : Math.max(1, step.offset - last.offset);
}

/**
 * Business day on which a step is due: the due date plus its offset, but not sooner after the last reminder than the two steps lie apart,
 * and not before the document was issued. For an item that was late from the start the whole ladder moves along.
 */
export function stepDueOn(step: Step, { dueOn, issuedOn, ladder }: Standing, { strategy, calendar }: { readonly strategy: Strategy; readonly calendar: Calendar }): Day {
  const byDueDate = addDays(dueOn, step.offset);
  const issued = issuedOn === null ? byDueDate : later(byDueDate, issuedOn);
  const { lastActionOn, level } = ladder;
  const spaced = lastActionOn === null || level === 0 ? issued : later(issued, addDays(lastActionOn, gap(strategy, step, level)));
  return nextBusinessDay(spaced, calendar);
}
