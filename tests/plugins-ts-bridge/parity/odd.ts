import type { RecordedCase } from "../../builders/rules/recorder";
import { amounts, days, names, type Chance } from "./chance";

/** Values that no platform sends and a rule must not answer differently in two engines. */
const deep = (levels: number): unknown => (levels === 0 ? "deep" : { nested: [deep(levels - 1)] });
const strange: readonly unknown[] = [null, 0, -0, 5e-324, 1e21, 9007199254740993, true, [], {}, deep(14), { logicalName: "duly_debtor", id: "\ud800" }, ...names, ...amounts, ...days];

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === "object" && value !== null;

/** Puts a strange value somewhere below the root. */
function spoil(root: Container, { below, pick }: Chance): void {
  const keys = Object.keys(root);
  if (keys.length === 0) return;
  const key = pick(keys);
  const held = (root as Record<string, unknown>)[key];
  if (isContainer(held) && below(5) > 0 && Object.keys(held).length > 0) spoil(held, { below, pick });
  else (root as Record<string, unknown>)[key] = pick(strange);
}

/** A copy of a case with one value, of its context or of what was read, replaced by a strange one. */
export function oddTwin(given: RecordedCase, choose: Chance): RecordedCase {
  const twin = structuredClone(given);
  const roots = [twin.context, ...twin.rows].filter(isContainer);
  spoil(choose.pick(roots), choose);
  return twin;
}
