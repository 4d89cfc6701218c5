import { invalidTemplate } from "../error";
import { compileCall, constant } from "../expression/compile";
import type { Compiled } from "../expression/context";
import { compileTree } from "../expression/template";
import { isArray, isObject, type FlowValue } from "../expression/value";

const OPERATORS = new Set(["and", "or", "not", "equals", "greater", "greaterorequals", "less", "lessorequals", "contains", "startswith", "endswith", "empty"]);

/** Compiles the condition of an If, Until or Query: an expression, or the designer's object form `{"and":[{"equals":["@a", 1]}]}`. */
export function compileCondition(source: FlowValue | undefined): Compiled {
  if (source === undefined || source === null) return constant(null);
  if (!isObject(source)) return compileTree(source);
  const [entry, ...more] = Object.entries(source);
  if (!entry || more.length > 0) throw invalidTemplate("a condition object must have exactly one operator.");
  const [operator, operands] = entry;
  if (!OPERATORS.has(operator.toLowerCase())) throw invalidTemplate(`'${operator}' is no operator of a condition.`);
  const parts: readonly FlowValue[] = isArray(operands) ? operands : [operands];
  const logical = ["and", "or", "not"].includes(operator.toLowerCase());
  if (logical && parts.length === 0) return constant(operator.toLowerCase() === "and");
  return compileCall(operator, parts.map((part) => (logical ? compileCondition(part) : compileTree(part))));
}
