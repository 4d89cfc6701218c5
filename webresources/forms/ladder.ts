import { plannedOffset, type Placed } from "#domain/strategies/climb";
import type { Step } from "../data/records";

/** The step that a form shows; it need not be saved. */
export type ShownStep = Omit<Step, "name">;

/** A step with the days after the due date on which it acts when all goes as planned. */
export interface PlannedStep extends Step { readonly plannedDays: number }

const placed = ({ sequence, offsetDays, fromPrevious }: ShownStep): Placed => ({ sequence, offset: offsetDays, base: fromPrevious ? "previousStep" : "dueDate" });

/** The first step that stands on the wrong side: an earlier one that acts on the same day or later, or a later one that acts on the same day or earlier. A step counted from the previous one acts so many days after that. */
export function misplaced(shown: ShownStep, steps: readonly Step[]): PlannedStep | null {
  const others = steps.filter(({ id }) => id !== shown.id);
  const ladder = { steps: [...others, shown].sort((left, right) => left.sequence - right.sequence).map(placed) };
  const here = plannedOffset(ladder, placed(shown));
  const wrong = ({ sequence, plannedDays }: PlannedStep): boolean => (sequence < shown.sequence && plannedDays >= here) || (sequence > shown.sequence && plannedDays <= here);
  return others.map((other) => ({ ...other, plannedDays: plannedOffset(ladder, placed(other)) })).find(wrong) ?? null;
}
