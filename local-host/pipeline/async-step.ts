import type { PluginContext } from "./plugin";
import { runPlugin } from "./run-plugin";
import type { Step } from "./steps";
import type { Surroundings } from "./surroundings";

/** Runs an asynchronous step once the write has committed, in a transaction of its own. A failure is recorded and does not reach the writer. */
export function runLater(around: Surroundings, step: Step, context: PluginContext): void {
  const own = { ...context, target: context.target === null ? null : { ...context.target } };
  around.sql.onCommit(() => {
    try {
      around.sql.transaction(() => runPlugin(around.plugins, {
        typeName: step.typeName, configuration: step.configuration, context: own, service: around.serviceAt(own.userId, own.depth),
      }));
    } catch (error) {
      around.recordFailure({ step: step.name, userId: own.userId, error });
    }
  });
}
