import { loadEngine, type Engine } from "#bridge/host-node/engine";
import type { RecordedCase } from "../../builders/rules/recorder";

type Answer = { readonly done: unknown } | { readonly key: string };

/** Answer of a rule as one line: `{"done":[effects]}`, or DULY-JS for a bug, as the C# replay says it. */
function answerOf(engine: Engine, { rule, context, rows }: RecordedCase): string {
  try {
    let text = engine.start(rule, JSON.stringify(context));
    for (let round = 0; ; round += 1) {
      const answer = JSON.parse(text) as Answer;
      if (!("key" in answer)) return text;
      text = engine.resume(answer.key, JSON.stringify(rows[round] ?? []));
    }
  } catch {
    // The words of a thrown error are each engine's own; that it threw is what must be equal.
    return "DULY-JS";
  }
}

/** Runs cases through the text of a bundle in a fresh V8 context. */
export function replay(bundle: string, cases: readonly RecordedCase[]): readonly string[] {
  const engine = loadEngine(bundle);
  return cases.map((given) => answerOf(engine, given));
}
