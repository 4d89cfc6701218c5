import { loadEngine, type Engine } from "#bridge/host-node/engine";

/** One call of a rule as a host makes it: its context, and for each round of reads one array of rows for each read. */
export interface RecordedCase { readonly rule: string; readonly context: unknown; readonly rows: unknown[] }

/** An engine that notes every call of a rule. */
export function recordingEngine(text: string, cases: RecordedCase[]): Engine {
  const engine = loadEngine(text);
  const waiting = new Map<string, RecordedCase>();
  const noted = (answer: string, made: RecordedCase): string => {
    const { key } = JSON.parse(answer) as { readonly key?: string };
    if (key !== undefined) waiting.set(key, made);
    return answer;
  };
  return {
    start(rule, contextJson) {
      const made = { rule, context: JSON.parse(contextJson) as unknown, rows: [] };
      cases.push(made);
      return noted(engine.start(rule, contextJson), made);
    },
    resume(key, rowsJson) {
      const made = waiting.get(key);
      if (made === undefined) throw new Error(`No recorded rule waits under the key ${key}.`);
      made.rows.push(JSON.parse(rowsJson) as unknown);
      return noted(engine.resume(key, rowsJson), made);
    },
  };
}
