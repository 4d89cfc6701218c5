import { fault, type Fault } from "../messages/fault";
import { plannedOffset } from "./climb";
import type { Step, Strategy } from "./strategy";

/** Two steps that follow each other: the later one comes later, also where the one before is counted from others. Source: cases.md A-42, strictly increasing offsets. */
function pairFault(name: string, [before, step]: readonly [Step, Step], steps: readonly Step[]): Fault | null {
  if (before.sequence === step.sequence) return fault("DULY-STRATEGY-002", { strategy: name, sequence: step.sequence });
  const planned = plannedOffset({ steps }, before);
  if (step.base === "previousStep" || planned < step.offset) return null;
  return fault("DULY-STRATEGY-003", { strategy: name, sequence: step.sequence, offset: step.offset, before: planned });
}

function stepFault(name: string, step: Step, first: boolean): Fault | null {
  if (step.base === "previousStep" && first) return fault("DULY-STRATEGY-004", { strategy: name, sequence: step.sequence });
  if (step.base === "previousStep" && step.offset < 1) return fault("DULY-STRATEGY-005", { strategy: name, sequence: step.sequence, offset: step.offset });
  if (step.purpose === "courtesy" && step.fee !== "none") return fault("DULY-STRATEGY-013", { strategy: name, sequence: step.sequence });
  return step.channel === "other" && step.customChannelId === null ? fault("DULY-STRATEGY-006", { strategy: name, sequence: step.sequence }) : null;
}

/** Legal is the end of a ladder, and there is one. */
function legalFault(name: string, steps: readonly Step[]): Fault | null {
  const early = steps.find((step, index) => step.legal && index < steps.length - 1);
  return early === undefined ? null : fault("DULY-STRATEGY-007", { strategy: name, sequence: early.sequence });
}

/**
 * What is wrong with a ladder; empty when it can be used: at least one step, unique numbers, days that increase,
 * the first step counted from the due date, days after a previous step positive, a courtesy free of charge (claims.md O-25), the legal step the last.
 */
export function strategyFaults({ name, steps }: Pick<Strategy, "name" | "steps">): readonly Fault[] {
  if (steps.length === 0) return [fault("DULY-STRATEGY-001", { strategy: name })];
  const ordered = [...steps].sort((left, right) => left.sequence - right.sequence);
  const pairs = ordered.slice(1).map((step, index) => pairFault(name, [ordered[index] ?? step, step], ordered));
  return [...ordered.map((step, index) => stepFault(name, step, index === 0)), ...pairs, legalFault(name, ordered)].flatMap((found) => found ?? []);
}
