import { FlowError, invalidTemplate } from "../../error";
import { parseMoment } from "../../expression/time/moment";
import { addUnits } from "../../expression/time/calculate";
import { isObject, type FlowObject } from "../../expression/value";
import { objectAt, textAt } from "../../definition/json";
import { failed, succeeded, type CodedMessage, type Outcome } from "../outcome";
import type { Frame } from "../frame";
import type { ActionType } from "../step";

/** Ends the run at once; thrown through scopes and loops. */
export class Termination extends Error {
  constructor(readonly status: "Succeeded" | "Failed" | "Cancelled", readonly reason: CodedMessage | null) {
    super(reason?.message ?? status);
    this.name = "Termination";
  }
}

/** Terminate: ends the run with a status of its own. */
export const terminate: ActionType = ({ name, inputs, tree }) => {
  const ending = tree(inputs);
  return {
    blocks: [],
    run: (frame) => {
      const { runStatus, runError } = ending(frame) as FlowObject;
      const now = frame.nowUtc();
      frame.run.record({ ...succeeded(null), name, startTime: now, endTime: now });
      const status = (["Succeeded", "Failed", "Cancelled"] as const).find((known) => known === runStatus);
      if (!status) throw invalidTemplate(`the status of '${name}' must be Succeeded, Failed or Cancelled.`);
      const error = runError !== undefined && isObject(runError) ? runError : {};
      throw new Termination(status, status === "Failed" ? { code: textAt(error, "code") ?? "Terminated", message: textAt(error, "message") ?? `The run was terminated by '${name}'.` } : null);
    },
  };
};

/** Wait: moves the run's own clock on; no real time passes. */
export const wait: ActionType = ({ name, inputs, tree }) => {
  const settings = tree(inputs);
  return {
    blocks: [],
    run: (frame) => {
      const now = frame.run.nowMs();
      const end = waitEnd(name, settings(frame) as FlowObject, now);
      if (end <= frame.deadlineMs) { frame.run.wait(end - now); return succeeded(null); }
      // One millisecond past the deadline, so that the scope around sees its time used up.
      frame.run.wait(frame.deadlineMs - now + 1);
      return { ...failed({ code: "ActionTimedOut", message: `The wait of '${name}' is longer than the time that its scope has left.` }), status: "TimedOut" };
    },
  };
};

function waitEnd(name: string, settings: FlowObject, now: number): number {
  const { count, unit } = objectAt(settings, "interval");
  if (count !== undefined && typeof unit === "string" && Number.isFinite(Number(count))) return addUnits({ ms: now, ticks: 0, utc: true }, Number(count), unit).ms;
  const until = textAt(objectAt(settings, "until"), "timestamp");
  if (until === null) throw invalidTemplate(`'${name}' needs an interval (count, unit) or a timestamp to wait for.`);
  return parseMoment(until).ms;
}

/** Response: what the caller gets; once in a run. */
export const respond: ActionType = ({ name, inputs, tree }) => {
  const answer = tree(Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "schema")));
  return {
    blocks: [],
    run: (frame) => {
      if (frame.run.response) throw new FlowError("BadRequest", `'${name}' answers a caller that has been answered before; a run has one response.`);
      const response = answer(frame) as FlowObject;
      frame.run.response = { statusCode: response["statusCode"] ?? 200, headers: response["headers"] ?? {}, body: response["body"] ?? null };
      return succeeded(frame.run.response, response);
    },
  };
};

/** Workflow: runs a child flow and gives its response. */
export const callChild: ActionType = ({ name, inputs, tree }) => {
  const flowId = textAt(objectAt(inputs, "host"), "workflowReferenceName") ?? "";
  const body = tree(inputs["body"] ?? {});
  return {
    blocks: [],
    run: (frame: Frame): Promise<Outcome> =>
      frame.run.services.runChild(flowId, body(frame), { parent: frame.run, key: [name, ...frame.repetition()].join("/") }),
  };
};
