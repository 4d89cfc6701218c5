import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay, type Calendar } from "../calendar/business";
import { later, type Day } from "../calendar/day";
import { recalled } from "../recall";
import type { LadderPosition } from "../receivables/item";
import type { Step, Strategy } from "./strategy";

/** Where an item stands when its next day is reckoned. */
export interface Standing {
  readonly dueOn: Day;
  readonly issuedOn: Day | null;
  readonly ladder: LadderPosition;
  /** Days that every step comes later, for the credit class or the payment type. */
  readonly grace: number;
  /** Days that the ladder does not count, from a day on: those of holds that pause it. */
  readonly pausedSince: (day: Day) => number;
}

/** By what ladder and calendar. */
export interface Climbing { readonly strategy: Strategy; readonly calendar: Calendar }

const lastStep = (strategy: Strategy, level: number): Step | undefined =>
  strategy.steps.findLast((step) => step.sequence <= level);

/** Days that lie between the last step done and the next, as planned; at least one, also when the strategy was changed meanwhile. */
function gap(strategy: Strategy, step: Step, level: number): number {
  if (step.base === "previousStep") return Math.max(1, step.offset);
  const last = lastStep(strategy, level);
  if (last?.sequence === step.sequence) return strategy.repeatDays;
  return last === undefined ? 1 : Math.max(1, step.offset - plannedOffset(strategy, last));
}

function byDueDate(step: Step, { dueOn, issuedOn, grace, pausedSince }: Standing): Day {
  const offset = step.base === "dueDate" ? step.offset : 0;
  const day = addDays(dueOn, offset + grace + pausedSince(dueOn));
  return issuedOn === null ? day : later(day, issuedOn);
}

/** Day of a step, whatever that day is. One that is counted from a step not done yet follows the day on which that one would come. */
function datedOn(step: Step, standing: Standing, strategy: Strategy): Day {
  const { ladder: { lastActionOn, level }, pausedSince } = standing;
  const before = step.base === "previousStep" ? strategy.steps.findLast((one) => one.sequence < step.sequence) : undefined;
  if (before !== undefined && before.sequence > level) return addDays(datedOn(before, standing, strategy), Math.max(1, step.offset));
  const day = byDueDate(step, standing);
  return lastActionOn === null || level === 0 ? day : later(day, addDays(lastActionOn, gap(strategy, step, level) + pausedSince(lastActionOn)));
}

/**
 * Business day on which a step is due: the due date plus its offset, but not sooner after the last reminder than the two steps lie apart,
 * and not before the document was issued. For an item that was late from the start the whole ladder moves along.
 */
export const stepDueOn = (step: Step, standing: Standing, { strategy, calendar }: Climbing): Day => nextBusinessDay(datedOn(step, standing, strategy), calendar);

/** The highest step counted from the due date whose own date has come, whatever was sent before; null = none. */
export const stepByDueDate = ({ steps }: Strategy, standing: Standing, asOf: Day): Step | null =>
  steps.findLast((step) => step.base === "dueDate" && byDueDate(step, standing) <= asOf) ?? null;

const untouched = ({ level, cycle, lastActionOn }: LadderPosition): boolean => level === 0 && cycle === 0 && lastActionOn === null;

/** The highest step that is due on a day, else the first of them. */
function highestDue(steps: readonly Step[], isDue: (step: Step) => boolean): Step | null {
  const due = steps.filter(isDue);
  return due[due.length - 1] ?? steps[0] ?? null;
}

/**
 * The step that follows; null when the ladder is complete. One step at a time, unless the strategy says to go to the highest step due,
 * or to begin at the step that matches the days past due. Where the last step is repeated it follows itself.
 */
export function followingStep(standing: Standing, climbing: Climbing, asOf: Day): Step | null {
  const { strategy } = climbing;
  const { ladder } = standing;
  const above = strategy.steps.filter((step) => step.sequence > ladder.level);
  if (above.length === 0) return strategy.end === "repeat" ? strategy.steps[strategy.steps.length - 1] ?? null : null;
  if (strategy.escalation === "highestDue") return highestDue(above, (step) => stepDueOn(step, standing, climbing) <= asOf);
  if (strategy.beginning === "matchingStep" && untouched(ladder)) return highestDue(above, (step) => step.base === "dueDate" && byDueDate(step, standing) <= asOf);
  return above[0] ?? null;
}

function stagesFrom({ steps }: Strategy, level: number): number | null {
  const legal = steps.find((step) => step.legal);
  return legal === undefined ? null : steps.filter((step) => step.sequence > level && step.sequence <= legal.sequence).length;
}

const stages = recalled<Strategy, number, number | null>();

/** Steps from a level up to and including the legal step; null when the strategy has none, 0 when it was reached. */
export const stagesToLegal = (strategy: Strategy, level: number): number | null => stages(strategy, level, stagesFrom);

/** A step as far as its place on the ladder goes. */
export type Placed = Pick<Step, "sequence" | "offset" | "base">;

/** Days after the due date on which a step would come if no day were free and nobody were late: the sum of its own offset and those that it is counted from. */
export function plannedOffset({ steps }: { readonly steps: readonly Placed[] }, step: Placed): number {
  if (step.base === "dueDate") return step.offset;
  const before = steps.findLast((one) => one.sequence < step.sequence);
  return step.offset + (before === undefined ? 0 : plannedOffset({ steps: steps.filter((one) => one.sequence < step.sequence) }, before));
}

/** The highest level that days past due give reason for: that of the step before the first that is counted from the due date and not due yet. */
export function levelByDueDate({ steps }: Strategy, standing: Standing, asOf: Day): number {
  const notYet = steps.findIndex((step) => step.base === "dueDate" && byDueDate(step, standing) > asOf);
  const last = notYet === -1 ? steps[steps.length - 1] : steps[notYet - 1];
  return last?.sequence ?? 0;
}
