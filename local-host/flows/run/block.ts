import { FlowError } from "../error";
import type { FlowValue } from "../expression/value";
import type { Frame } from "./frame";
import { failed, recordObject, skipped, succeeded, type ActionRecord, type Cause, type CodedMessage, type Outcome, type Status } from "./outcome";
import type { Block, Step } from "./step";

const NO_DEPENDENT: CodedMessage = { code: "ActionFailed", message: "An action failed. No dependent actions succeeded." };
const SEVERITY: readonly Status[] = ["Failed", "Cancelled", "TimedOut", "Succeeded"];

/** Runs the steps of a block and gives the merged outcome of its leaves. Terminate passes through as an exception. */
export async function runBlock(block: Block, frame: Frame): Promise<Outcome> {
  for (const step of block.steps) {
    const refusal = gate(step, frame);
    if (refusal) skip(step, frame, refusal);
    else frame.run.record(await runStep(step, frame));
  }
  return merged(block, frame);
}

/** Marks every step of a block, and what is inside, as skipped. */
export function skipBlock(block: Block, frame: Frame, reason: CodedMessage): void {
  for (const step of block.steps) skip(step, frame, reason);
}

/** Records of the block's own steps for result(). */
export function blockRecords(block: Block, frame: Frame): FlowValue[] {
  return block.steps.flatMap(({ name }) => {
    const record = frame.run.records.get(name.toLowerCase());
    return record ? [recordObject(record)] : [];
  });
}

async function runStep(step: Step, frame: Frame): Promise<ActionRecord> {
  const { run } = frame;
  const startTime = run.nowUtc();
  const deadline = step.limitMs === null ? Infinity : run.nowMs() + step.limitMs;
  const outcome = await attempt(step, deadline === Infinity ? frame : frame.limitedTo(deadline));
  const late = run.nowMs() > deadline && outcome.status !== "TimedOut";
  return { ...(late ? timedOut(outcome, step.name) : outcome), name: step.name, startTime, endTime: run.nowUtc() };
}

async function attempt(step: Step, frame: Frame): Promise<Outcome> {
  try {
    return await step.run(frame);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    if (error.unsupported) frame.run.services.noteUnsupported(error.unsupported);
    return failed({ code: error.code, message: error.message }, { code: "BadRequest" });
  }
}

function timedOut(outcome: Outcome, action: string): Outcome {
  return { ...outcome, status: "TimedOut", code: "ActionTimedOut", error: { code: "ActionTimedOut", message: `The action '${action}' took longer than its limit.` } };
}

/** null when the step may run, else the reason why it is skipped. */
function gate(step: Step, frame: Frame): CodedMessage | null {
  if (frame.run.nowMs() > frame.deadlineMs) return { code: "ActionTimedOut", message: `The scope around '${step.name}' has used up its time.` };
  for (const { name, statuses } of step.after) {
    const actual = frame.run.records.get(name)?.status ?? "Skipped";
    if (statuses.has(actual.toLowerCase())) continue;
    const expected = [...statuses].join(", ");
    return { code: "ActionConditionFailed", message: `The execution of '${step.name}' is skipped: 'runAfter' expects '${name}' to be '${expected}' but it is '${actual}'.` };
  }
  return null;
}

function skip(step: Step, frame: Frame, reason: CodedMessage): void {
  const now = frame.run.nowUtc();
  frame.run.record({ ...skipped(reason), name: step.name, startTime: now, endTime: now });
  for (const block of step.blocks) skipBlock(block, frame, reason);
}

function merged(block: Block, frame: Frame): Outcome {
  const byName = new Map(block.steps.map((step) => [step.name.toLowerCase(), step]));
  const endings = block.leaves.flatMap((leaf) => endingsOf(leaf, { byName, frame }));
  const worst = SEVERITY.find((status) => endings.some((record) => record.status === status)) ?? "Succeeded";
  if (worst === "Succeeded") return succeeded(null);
  const ending = endings.find((record) => record.status === worst);
  const error = worst === "TimedOut" ? { code: "ActionTimedOut", message: "An action timed out. No dependent actions succeeded." } : NO_DEPENDENT;
  return { ...failed(error), status: worst === "TimedOut" ? "TimedOut" : "Failed", ...(ending ? { cause: causeOf(ending) } : {}) };
}

/** A leaf's record; a skipped one defers to its predecessors. */
function endingsOf(step: Step, within: { readonly byName: ReadonlyMap<string, Step>; readonly frame: Frame }): ActionRecord[] {
  const record = within.frame.run.records.get(step.name.toLowerCase());
  if (!record) return [];
  if (record.status !== "Skipped") return [record];
  return step.after.flatMap(({ name }) => {
    const before = within.byName.get(name);
    return before ? endingsOf(before, within) : [];
  });
}

function causeOf(record: ActionRecord): Cause {
  return record.cause ?? { action: record.name, code: record.error?.code ?? record.code, message: record.error?.message ?? record.status };
}
