import { FlowError, invalidTemplate } from "../../error";
import { boolean } from "../../expression/functions/arguments";
import { durationMs } from "../../expression/time/span";
import { isArray, typeName, type FlowValue } from "../../expression/value";
import { objectAt } from "../../definition/json";
import { blockRecords, runBlock } from "../block";
import { compileCondition } from "../condition";
import type { Frame } from "../frame";
import { succeeded, type Outcome } from "../outcome";
import type { ActionType } from "../step";

/** The platform's own limits. */
const MOST_ITEMS = 100_000;
const MOST_PASSES = 5_000;

/** Foreach: one pass an item, one after another whatever the concurrency setting says. A failed pass does not stop the next one. */
export const runForeach: ActionType = ({ name, json, block, tree }) => {
  const source = tree(json["foreach"] ?? null);
  const body = block(json["actions"]);
  return {
    blocks: [body],
    run: async (frame) => {
      const items = checkedItems(name, source(frame));
      const kept: FlowValue[] = [];
      let worst: Outcome | null = null;
      for (const [index, item] of items.entries()) {
        const outcome = await runBlock(body, frame.within(name, index, item));
        if (frame.run.flow.usesResult) kept.push(...blockRecords(body, frame));
        if (outcome.status !== "Succeeded" && worst?.status !== "Failed") worst = outcome;
      }
      frame.run.results.set(name.toLowerCase(), kept);
      return worst ?? succeeded(null, { foreachItemsCount: items.length });
    },
  };
};

/** Until: passes until the condition holds; at the limit of passes or time it ends quietly, as the platform does. */
export const runUntil: ActionType = ({ name, json, block, tree }) => {
  const condition = compileCondition(json["expression"]);
  const body = block(json["actions"]);
  const limits = tree({ count: 60, timeout: "PT1H", ...objectAt(json, "limit") });
  return {
    blocks: [body],
    run: async (frame) => {
      const { count, deadline } = readLimits(name, limits(frame), frame);
      let last = succeeded(null);
      for (let index = 0; index < count && frame.run.nowMs() <= deadline; index += 1) {
        const pass = frame.within(name, index);
        last = await runBlock(body, pass);
        if (frame.run.flow.usesResult) frame.run.results.set(name.toLowerCase(), blockRecords(body, frame));
        if (boolean(condition(pass), `the condition of '${name}'`)) break;
      }
      return last;
    },
  };
};

function checkedItems(name: string, items: FlowValue): readonly FlowValue[] {
  if (!isArray(items)) throw invalidTemplate(`the items of '${name}' must be an array; a value of type '${typeName(items)}' was given.`);
  if (items.length > MOST_ITEMS) throw new FlowError("ForeachLimitExceeded", `'${name}' has ${items.length} items; the platform allows ${MOST_ITEMS}.`);
  return items;
}

function readLimits(name: string, limits: FlowValue, frame: Frame): { readonly count: number; readonly deadline: number } {
  const { count, timeout } = limits as { readonly count: FlowValue; readonly timeout: FlowValue };
  const duration = typeof timeout === "string" ? durationMs(timeout) : null;
  const passes = Number(count);
  if (!Number.isInteger(passes) || passes < 1 || passes > MOST_PASSES) throw invalidTemplate(`the limit of '${name}' must be 1 to ${MOST_PASSES} passes; it is '${String(count)}'.`);
  if (duration === null) throw invalidTemplate(`the timeout of '${name}' must be an ISO 8601 duration; it is '${String(timeout)}'.`);
  return { count: passes, deadline: frame.run.nowMs() + duration };
}
