import { entryOf } from "../../entry";
import { FlowError, notSupported } from "../error";
import { compileTree } from "../expression/template";
import { isArray, type FlowObject, type FlowValue } from "../expression/value";
import { durationMs } from "../expression/time/span";
import { objectAt, objectsOf, textAt } from "../definition/json";
import { ACTION_TYPES } from "./actions/registry";
import type { Action, Block, Step } from "./step";

const SETTINGS = new Set([
  "type", "kind", "inputs", "runAfter", "limit", "runtimeConfiguration", "metadata", "description", "operationOptions", "trackedProperties",
  "actions", "else", "cases", "default", "expression", "foreach",
]);

interface Surroundings { readonly connections: ReadonlyMap<string, string>; readonly actionNames: Set<string> }

/** Builds the actions of a definition, scope or branch. Throws FlowError on a runAfter that names no sibling or goes in a circle. */
export function buildBlock(actions: FlowValue | undefined, around: Surroundings): Block {
  const steps = ordered(objectsOf(actions).map(([name, json]) => buildStep(name, json, around)));
  const followed = new Set(steps.flatMap(({ after }) => after.map(({ name }) => name)));
  return { steps, leaves: steps.filter(({ name }) => !followed.has(name.toLowerCase())) };
}

function buildStep(name: string, json: FlowObject, around: Surroundings): Step {
  around.actionNames.add(name.toLowerCase());
  const { blocks, run } = buildAction(name, json, around);
  return { name, blocks, run, after: runAfter(json), limitMs: limitOf(json) };
}

function buildAction(name: string, json: FlowObject, around: Surroundings): Action {
  const type = textAt(json, "type") ?? "";
  const build = entryOf(ACTION_TYPES, type.toLowerCase());
  try {
    if (!build) throw notSupported("Action type", type);
    refuseSettings(json);
    return build({
      name, type, json, inputs: objectAt(json, "inputs"), connections: around.connections,
      tree: compileTree, block: (actions) => buildBlock(actions, around),
    });
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return { blocks: [], run: () => { throw error; } };
  }
}

function refuseSettings(json: FlowObject): void {
  const unknown = Object.keys(json).find((key) => !SETTINGS.has(key));
  if (unknown !== undefined) throw notSupported("Action setting", unknown);
  const mock = objectAt(objectAt(json, "runtimeConfiguration"), "staticResult");
  if (Object.keys(mock).length > 0 && textAt(mock, "staticResultOptions") !== "Disabled") throw notSupported("Action setting", "staticResult");
}

function runAfter(json: FlowObject): Step["after"] {
  return Object.entries(objectAt(json, "runAfter")).map(([name, statuses]) => ({
    name: name.toLowerCase(),
    statuses: new Set((isArray(statuses) ? statuses : []).map((status) => String(status).toLowerCase())),
  }));
}

/** The limit of an Until bounds its passes, which the loop itself sees to. */
function limitOf(json: FlowObject): number | null {
  const timeout = textAt(objectAt(json, "limit"), "timeout");
  return timeout === null || textAt(json, "type")?.toLowerCase() === "until" ? null : durationMs(timeout);
}

function ordered(steps: readonly Step[]): Step[] {
  const names = new Set(steps.map(({ name }) => name.toLowerCase()));
  const done = new Set<string>();
  const order: Step[] = [];
  let waiting = steps;
  for (const step of steps) {
    const unknown = step.after.find(({ name }) => !names.has(name));
    if (unknown) throw new FlowError("InvalidDefinition", `The action '${step.name}' runs after '${unknown.name}', which is not in the same scope.`);
  }
  while (waiting.length > 0) {
    const ready = waiting.filter(({ after }) => after.every(({ name }) => done.has(name)));
    if (ready.length === 0) throw new FlowError("InvalidDefinition", `The 'runAfter' of '${waiting[0]?.name ?? ""}' goes in a circle.`);
    for (const step of ready) { done.add(step.name.toLowerCase()); order.push(step); }
    waiting = waiting.filter((step) => !ready.includes(step));
  }
  return order;
}
