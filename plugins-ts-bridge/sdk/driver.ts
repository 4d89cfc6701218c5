import { fault, FaultError } from "#domain/messages/fault";
import { fail, type Effect } from "./effect";
import { parseJson } from "./json";
import type { Reading } from "./reading";
import type { Context, Rule } from "./rule";
import type { RawRow } from "./value";

/** Runs rules step by step for a host that can only hand texts over. */
export interface Driver {
  /** Starts a rule; answers `{"done":[effects]}` or `{"key":"1","need":[FetchXML]}`. */
  start(ruleId: string, contextJson: string): string;
  /** Goes on with the rows (JSON: one array of rows for each read). The key is good only for this call of the host. */
  resume(key: string, rowsJson: string): string;
}

type Step = IteratorResult<readonly string[], readonly Effect[]>;

/** A fault that nobody caught is a refusal; any other error is a bug and stays one. */
function guarded(work: () => Step): Step {
  try {
    return work();
  } catch (error) {
    if (error instanceof FaultError) return { done: true, value: [fail(error.fault)] };
    throw error;
  }
}

export function createDriver(rules: ReadonlyMap<string, Rule<Context>>): Driver {
  const suspended = new Map<string, Reading<readonly Effect[]>>();
  let last = 0;

  function answer(reading: Reading<readonly Effect[]>, step: Step): string {
    if (step.done === true) return JSON.stringify({ done: step.value });
    last += 1;
    suspended.set(String(last), reading);
    return JSON.stringify({ key: String(last), need: step.value });
  }

  return {
    start(ruleId, contextJson) {
      const rule = rules.get(ruleId);
      if (rule === undefined) return JSON.stringify({ done: [fail(fault("DULY-RULE-001", { rule: ruleId }))] });
      const reading = rule(parseJson(contextJson) as Context);
      return answer(reading, guarded(() => reading.next([])));
    },
    resume(key, rowsJson) {
      const reading = suspended.get(key);
      if (reading === undefined) throw new Error(`No rule is waiting under the key ${key}.`);
      suspended.delete(key);
      return answer(reading, guarded(() => reading.next(parseJson(rowsJson) as RawRow[][])));
    },
  };
}
