import { DataverseError } from "../service/error";
import { insertRow } from "../service/write/insert";
import type { PluginContext } from "./plugin";
import type { Surroundings } from "./passage";
import { runPlugin } from "./run-plugin";
import type { Step } from "./steps";

const FAILED = 31;

function recordFailure({ core }: Surroundings, step: Step, context: PluginContext, error: unknown): void {
  const now = core.clock.now();
  const message = error instanceof Error ? error.message : String(error);
  core.engine.transaction(() => insertRow(core, core.model("asyncoperation"), {
    row: { name: step.name, operationtype: 1, statecode: 3, statuscode: FAILED, message: error instanceof DataverseError ? `${error.code}: ${message}` : message, startedon: now, completedon: now },
    acting: { userId: context.userId, now },
  }));
}

/** Runs an asynchronous step once the write has committed, in a transaction of its own. A failure is kept as a row of asyncoperation. */
export function runLater(around: Surroundings, step: Step, context: PluginContext): void {
  const own = { ...context, target: context.target === null ? null : { ...context.target } };
  around.core.engine.onCommit(() => {
    try {
      around.core.engine.transaction(() => runPlugin(around.plugins, {
        typeName: step.typeName, configuration: step.configuration, context: own, service: around.serviceAt(own.userId, own.depth),
      }));
    } catch (error) {
      recordFailure(around, step, own, error);
    }
  });
}
