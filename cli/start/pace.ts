import { setImmediate } from "node:timers/promises";
import type { Connector } from "../../local-host/flows/connectors/contract";

/** A connector whose every call first lets the process look at what came in: between two transactions, a signal is heard. */
export const paced = (connector: Connector): Connector =>
  Object.fromEntries(Object.entries(connector).map(([name, operation]) => [name, async (call) => {
    await setImmediate();
    return operation(call);
  }]));

/** Does work step by step, and lets the process look at what came in after each. Gives what the work ends with. */
export async function stepByStep<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
