import type { Failure } from "../pipeline/surroundings";
import type { Core } from "./core";
import { DataverseError } from "./error";
import { insertRow } from "./write/insert";

const SYSTEM_EVENT = 1, COMPLETED = 3, FAILED = 31;

/** Keeps a failed asynchronous step as a system job, as the platform does. */
export function recordFailure(core: Core, { step, userId, error }: Failure): void {
  const now = core.clock.now();
  const text = error instanceof Error ? error.message : String(error);
  const message = error instanceof DataverseError ? `${error.code}: ${text}` : text;
  core.engine.transaction(() => insertRow(core, core.model("asyncoperation"), {
    row: { name: step, operationtype: SYSTEM_EVENT, statecode: COMPLETED, statuscode: FAILED, message, startedon: now, completedon: now }, acting: { userId, now },
  }));
}
