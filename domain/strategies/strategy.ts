import type { Channel } from "../contactpoints/contactpoint";
import { fault, type Fault } from "../messages/fault";
import type { Money } from "../money/money";

/** One step of a ladder. */
export interface Step {
  readonly id: string;
  /** Level that an item reaches by it, from 1. */
  readonly sequence: number;
  /** Days after the due date; negative = before it. */
  readonly offset: number;
  readonly channel: Channel;
  readonly templateId: string | null;
  /** Items with less open are not reminded by the step; null = any. */
  readonly minimum: Money | null;
}

/** A ladder; its steps are in the order of their numbers. */
export interface Strategy {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

/** What is wrong with a ladder; empty when it can be used: at least one step, unique numbers, days that increase. */
export function strategyFaults({ name, steps }: Strategy): readonly Fault[] {
  if (steps.length === 0) return [fault("DULY-STRATEGY-001", { strategy: name })];
  const ordered = [...steps].sort((left, right) => left.sequence - right.sequence);
  return ordered.slice(1).flatMap((step, index) => {
    const before = ordered[index];
    if (before === undefined) return [];
    if (before.sequence === step.sequence) return [fault("DULY-STRATEGY-002", { strategy: name, sequence: step.sequence })];
    if (before.offset < step.offset) return [];
    return [fault("DULY-STRATEGY-003", { strategy: name, sequence: step.sequence, offset: step.offset, before: before.offset })];
  });
}
