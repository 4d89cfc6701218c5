import { FlowError, invalidTemplate, notSupported } from "../error";
import { access } from "./access";
import type { Compiled } from "./context";
import { Float } from "./decimal";
import { FUNCTIONS } from "./functions/registry";
import type { FunctionRule } from "./functions/rule";
import type { Syntax } from "./syntax";
import type { FlowValue } from "./value";

/** Turns syntax into a closure. An unknown function or a wrong number of arguments fails when it is evaluated, so that the run that needs it fails by name. */
export function compile(syntax: Syntax): Compiled {
  switch (syntax.kind) {
    case "literal": return constant(syntax.value);
    case "float": return constant(Number.isInteger(syntax.value) ? new Float(syntax.value) : syntax.value);
    case "access": return compileAccess(syntax.target, syntax.key, syntax.forgiving);
    case "call": return compileCall(syntax.name, syntax.arguments.map(compile));
  }
}

/** An expression that always gives `value`. */
export function constant(value: FlowValue): Compiled {
  return () => value;
}

/** A call of the named function over compiled arguments. */
export function compileCall(name: string, given: readonly Compiled[]): Compiled {
  const rule = FUNCTIONS.get(name.toLowerCase());
  if (!rule) return () => { throw unknownFunction(name); };
  const problem = arityProblem(name, rule, given.length);
  if (problem) return () => { throw problem; };
  if ("lazy" in rule) return (context) => rule.lazy(given, context);
  return (context) => attempt(name, () => rule.apply(given.map((argument) => argument(context)), context));
}

function compileAccess(target: Syntax, key: Syntax, forgiving: boolean): Compiled {
  const readTarget = compile(target);
  const readKey = compile(key);
  return (context) => access(readTarget(context), readKey(context), forgiving);
}

function unknownFunction(name: string): FlowError {
  const refusal = notSupported("Expression function", name);
  return new FlowError("InvalidTemplate", `The template function '${name}' is not defined or not valid: ${refusal.message}`, refusal.unsupported);
}

function arityProblem(name: string, rule: FunctionRule, count: number): FlowError | null {
  if (count >= rule.min && count <= rule.max) return null;
  const expected = rule.max === Infinity ? `at least ${rule.min}` : rule.min === rule.max ? `${rule.min}` : `${rule.min} to ${rule.max}`;
  return invalidTemplate(`the function '${name}' expects ${expected} argument(s) but ${count} were given.`);
}

const NAMED = Symbol("named");

/** Adds the function's name to the innermost failure of its arguments. */
function attempt(name: string, work: () => FlowValue): FlowValue {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FlowError) || error.unsupported || NAMED in error) throw error;
    throw Object.assign(new FlowError(error.code, `${error.message} (in function '${name}')`), { [NAMED]: true });
  }
}
