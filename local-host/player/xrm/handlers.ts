import { WebApiFault } from "../api/fault";
import type { FormHandler } from "../forms/form.types";
import type { ContextHandler } from "./scope";

const step = (owner: unknown, name: string): unknown => (owner !== null && (typeof owner === "object" || typeof owner === "function") ? Reflect.get(owner, name) : undefined);

/** Literal parameters of a handler: `"a", 2` to ["a", 2]. */
export function literals(text: string): readonly unknown[] {
  if (text.trim() === "") return [];
  const list: unknown = JSON.parse(`[${text.replace(/'/g, '"')}]`);
  return Array.isArray(list) ? list : [];
}

/** Finds the function of a handler among the globals that its library set. Throws a coded error when there is none. */
export function handlerFunction(handler: FormHandler): ContextHandler {
  const names = handler.functionName.replace(/^window\./, "").split(".");
  const owner = names.slice(0, -1).reduce<unknown>(step, window);
  const found = step(owner, names[names.length - 1] ?? "");
  if (typeof found !== "function") throw new WebApiFault("PLAYER-SCRIPT", `${handler.functionName} of ${handler.library} is no function.`, 0);
  return (context) => Reflect.apply(found, owner, handler.passContext ? [context, ...literals(handler.parameters)] : literals(handler.parameters)) as unknown;
}
