import { type Context, createContext, runInContext, Script } from "node:vm";

/** A bundle in an engine of its own: the two functions that it defines. */
export interface Engine {
  readonly start: (ruleId: string, contextJson: string) => string;
  readonly resume: (key: string, rowsJson: string) => string;
}

const callable = (name: string, value: unknown): ((first: string, second: string) => string) => {
  if (typeof value !== "function") throw new Error(`The bundle does not define ${name}().`);
  return (first, second) => String(value(first, second));
};

/** What the language gives every script, but the names that no binding may have. */
const globals = "Object.getOwnPropertyNames(globalThis).filter((name) => !['globalThis', 'undefined', 'NaN', 'Infinity', 'eval'].includes(name)).join()";

/**
 * Runs a script in a context that sees the language and nothing else. Node looks every global name of such a context up anew, which takes a third
 * of a microsecond each time and V8 cannot optimise away: so the script finds them as names of a function around it. It must be whole by itself.
 */
const contextOf = (text: string): Context => {
  const context = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  new Script(text, { filename: "bundle.js" });
  const names = String(runInContext(globals, context));
  new Script(`"use strict"; (() => { const { ${names} } = globalThis; ${text}\n})();`, { filename: "bundle.js" }).runInContext(context);
  return context;
};

/** Ids of the rules that a bundle has; null when the script is no bundle of rules, and the reason when it does not run. */
export function ruleIds(text: string): ReadonlySet<string> | { readonly broken: string } | null {
  try {
    const ids: unknown = runInContext("typeof ruleIds === 'function' ? ruleIds() : null", contextOf(text));
    return typeof ids === "string" ? new Set(JSON.parse(ids) as string[]) : null;
  } catch (error) {
    return { broken: String(error) };
  }
}

/** Runs a bundle in a context without Node: it sees the language and nothing else. Throws when it does not define start and resume. */
export function loadEngine(text: string): Engine {
  const context = contextOf(text);
  return { start: callable("start", runInContext("start", context)), resume: callable("resume", runInContext("resume", context)) };
}
