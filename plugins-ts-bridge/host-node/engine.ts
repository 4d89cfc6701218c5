import { createContext, runInContext, Script } from "node:vm";

/** A bundle in an engine of its own: the two functions that it defines. */
export interface Engine {
  readonly start: (ruleId: string, contextJson: string) => string;
  readonly resume: (key: string, rowsJson: string) => string;
}

const callable = (name: string, value: unknown): ((first: string, second: string) => string) => {
  if (typeof value !== "function") throw new Error(`The bundle does not define ${name}().`);
  return (first, second) => String(value(first, second));
};

/** Runs a bundle in a context without Node: it sees the language and nothing else. Throws when it does not define start and resume. */
export function loadEngine(text: string): Engine {
  const context = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  new Script(text, { filename: "bundle.js" }).runInContext(context);
  return { start: callable("start", runInContext("start", context)), resume: callable("resume", runInContext("resume", context)) };
}
