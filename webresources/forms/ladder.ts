import type { Step } from "../data/records";

/** The step that a form shows; it need not be saved. */
export interface ShownStep {
  readonly id: string;
  readonly sequence: number;
  readonly offsetDays: number;
}

/** The first step that stands on the wrong side: an earlier one that acts on the same day or later, or a later one that acts on the same day or earlier. */
export function misplaced(shown: ShownStep, steps: readonly Step[]): Step | null {
  const wrong = (other: Step): boolean =>
    (other.sequence < shown.sequence && other.offsetDays >= shown.offsetDays) || (other.sequence > shown.sequence && other.offsetDays <= shown.offsetDays);
  return steps.find((other) => other.id !== shown.id && wrong(other)) ?? null;
}
