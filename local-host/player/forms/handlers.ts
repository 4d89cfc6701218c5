import { attribute, children, flag } from "../xml/element";
import type { FormHandler } from "./form.types";

const EVENTS: readonly string[] = ["onload", "onsave", "onchange"] satisfies readonly FormHandler["event"][];
const isKnown = (name: string): name is FormHandler["event"] => EVENTS.includes(name);

function readEvent(event: Element): FormHandler[] {
  const name = attribute(event, "name").toLowerCase();
  if (!isKnown(name)) return [];
  const handlers = children(event, "Handlers").flatMap((group) => children(group, "Handler"));
  return handlers.filter((handler) => flag(handler, "enabled", true)).map((handler) => ({
    event: name,
    column: attribute(event, "attribute") || null,
    library: attribute(handler, "libraryName"),
    functionName: attribute(handler, "functionName"),
    passContext: flag(handler, "passExecutionContext", false),
    parameters: attribute(handler, "parameters"),
  }));
}

/** Reads the enabled handlers of a form's `<events>`, in the order of the package. */
export const readHandlers = (events: Element | null): readonly FormHandler[] =>
  children(events, "event").flatMap(readEvent);
