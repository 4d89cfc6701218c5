import { boolean } from "../../expression/functions/arguments";
import { areEqual } from "../../expression/equality";
import { objectAt, objectsOf } from "../../definition/json";
import { blockRecords, runBlock, skipBlock } from "../block";
import type { Frame } from "../frame";
import { compileCondition } from "../condition";
import type { CodedMessage, Outcome } from "../outcome";
import type { ActionType, Block } from "../step";

const NOT_TAKEN: CodedMessage = { code: "ActionBranchingConditionNotSatisfied", message: "The branch of this action was not taken." };

/** Scope: its actions, ended with their merged status. */
export const runScope: ActionType = ({ name, json, block }) => {
  const body = block(json["actions"]);
  return { blocks: [body], run: (frame) => runKept(name, body, frame) };
};

/** If: one of two branches; the other is skipped. */
export const runIf: ActionType = ({ name, json, block }) => {
  const condition = compileCondition(json["expression"]);
  const whenTrue = block(json["actions"]);
  const whenFalse = block(objectAt(json, "else")["actions"]);
  return {
    blocks: [whenTrue, whenFalse],
    run: async (frame) => {
      const holds = boolean(condition(frame), `the condition of '${name}'`);
      skipBlock(holds ? whenFalse : whenTrue, frame, NOT_TAKEN);
      const outcome = await runKept(name, holds ? whenTrue : whenFalse, frame);
      return { ...outcome, inputs: { expressionResult: holds } };
    },
  };
};

/** Switch: the case whose value equals exactly, else the default. */
export const runSwitch: ActionType = ({ name, json, block, tree }) => {
  const subject = tree(json["expression"] ?? null);
  const cases = objectsOf(json["cases"]).map(([, branch]) => ({ value: tree(branch["case"] ?? null), body: block(branch["actions"]) }));
  const otherwise = block(objectAt(json, "default")["actions"]);
  return {
    blocks: [...cases.map(({ body }) => body), otherwise],
    run: async (frame) => {
      const value = subject(frame);
      const taken = cases.find((branch) => areEqual(branch.value(frame), value))?.body ?? otherwise;
      for (const body of [...cases.map((branch) => branch.body), otherwise]) if (body !== taken) skipBlock(body, frame, NOT_TAKEN);
      return { ...(await runKept(name, taken, frame)), inputs: { expressionResult: value } };
    },
  };
};

/** Runs a block and keeps its records for result() when the flow asks for them. */
async function runKept(name: string, body: Block, frame: Frame): Promise<Outcome> {
  const outcome = await runBlock(body, frame);
  if (frame.run.flow.usesResult) frame.run.results.set(name.toLowerCase(), blockRecords(body, frame));
  return outcome;
}
