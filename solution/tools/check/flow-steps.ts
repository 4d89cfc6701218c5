import { isObject, type Json, type JsonObject, objectAt } from "./json";

/** A trigger or action: its name, what it is, and how many others it stands in. */
export interface FlowStep { readonly name: string; readonly step: JsonObject; readonly depth: number }

/** The lists of actions inside an action: a scope's, both branches of a condition, the cases of a switch. */
export const branches = (step: Json | undefined): readonly JsonObject[] => [
  objectAt(step, "actions"), objectAt(objectAt(step, "else"), "actions"), objectAt(objectAt(step, "default"), "actions"),
  ...Object.values(objectAt(step, "cases")).map((branch) => objectAt(branch, "actions")),
];

/** All steps of a list and inside it, outer before inner. */
export const stepsBelow = (steps: JsonObject, depth = 0): readonly FlowStep[] => Object.entries(steps).flatMap(([name, step]) =>
  (isObject(step) ? [{ name, step, depth }, ...branches(step).flatMap((below) => stepsBelow(below, depth + 1))] : []));

/** Every text in a value, also the names of its parts. */
export function wordsOf(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((entry: Json) => wordsOf(entry));
  return isObject(value) ? Object.entries(value).flatMap(([name, below]) => [name, ...wordsOf(below)]) : [];
}
