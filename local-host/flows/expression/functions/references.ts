import { access, lookUp } from "../access";
import { isObject, type FlowValue } from "../value";
import { text } from "./arguments";
import { fixed, type FunctionTable } from "./rule";

const MISSING: FlowValue = null;

/** Functions that read the run: actions, loops, variables, parameters, trigger. */
export const REFERENCES: FunctionTable = {
  actions: fixed(1, 2, (given, context) => {
    const record = context.action(text(given, 0));
    return given[1] === undefined ? record : access(record, text(given, 1), false);
  }),
  outputs: fixed(1, 1, (given, context) => context.action(text(given, 0))["outputs"] ?? MISSING),
  body: fixed(1, 1, (given, context) => bodyOf(context.action(text(given, 0))["outputs"] ?? MISSING)),
  result: fixed(1, 1, (given, context) => context.result(text(given, 0))),
  item: fixed(0, 0, (_, context) => context.item()),
  items: fixed(1, 1, (given, context) => context.items(text(given, 0))),
  iterationindexes: fixed(1, 1, (given, context) => context.iterationIndex(text(given, 0))),
  variables: fixed(1, 1, (given, context) => context.variable(text(given, 0))),
  parameters: fixed(1, 1, (given, context) => context.parameter(text(given, 0))),
  trigger: fixed(0, 0, (_, context) => context.trigger()),
  triggeroutputs: fixed(0, 0, (_, context) => context.trigger()["outputs"] ?? MISSING),
  triggerbody: fixed(0, 0, (_, context) => bodyOf(context.trigger()["outputs"] ?? MISSING)),
  workflow: fixed(0, 0, (_, context) => context.workflow()),
};

function bodyOf(outputs: FlowValue): FlowValue {
  return isObject(outputs) ? lookUp(outputs, "body") ?? null : null;
}
