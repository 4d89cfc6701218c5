import { FlowError } from "../error";
import { Termination } from "./actions/control";
import { runBlock } from "./block";
import { Frame } from "./frame";
import type { CodedMessage } from "./outcome";
import type { Run } from "./run-state";

export interface RunEnd { readonly status: "Succeeded" | "Failed" | "TimedOut" | "Cancelled"; readonly error: CodedMessage | null }

/** Runs a flow to its end. Never throws: an unexpected error ends this run only, as Failed with code InternalServerError. */
export async function runToEnd(run: Run): Promise<RunEnd> {
  try {
    const outcome = await runBlock(run.flow.block, new Frame(run));
    if (outcome.status === "Succeeded" || outcome.status === "Skipped") return { status: "Succeeded", error: null };
    const { cause } = outcome;
    const error = cause ? { code: cause.code, message: `Action '${cause.action}' failed: ${cause.message}` } : outcome.error;
    return { status: outcome.status, error };
  } catch (error) {
    return endOf(error, run);
  }
}

function endOf(error: unknown, run: Run): RunEnd {
  if (error instanceof Termination) return { status: error.status, error: error.reason };
  if (error instanceof FlowError) {
    if (error.unsupported) run.services.noteUnsupported(error.unsupported);
    return { status: "Failed", error: { code: error.code, message: error.message } };
  }
  const message = error instanceof Error ? error.stack ?? error.message : String(error);
  return { status: "Failed", error: { code: "InternalServerError", message } };
}
