import { entryOf } from "../../entry";
import { UnsupportedError } from "../../service/error";
import type { Condition } from "../ir";
import { conditionOf, type Literal } from "../operators/condition";
import { badUri } from "./error";
import type { Found, ODataContext } from "./ground";
import type { Call, Scalar, Term } from "./syntax";
import { valueOf, valuesOf } from "./values";

const PREFIX = "Microsoft.Dynamics.CRM.";
const PLAIN: Readonly<Record<string, string>> = { contains: "contains", startswith: "begins-with", endswith: "ends-with" };

/** Functions whose operator is not just the name with hyphens. */
const NAMED: Readonly<Record<string, string>> = {
  EqualUserId: "eq-userid", NotEqualUserId: "ne-userid", Last7Days: "last-seven-days", Next7Days: "next-seven-days",
  DoesNotContainValues: "not-contain-values", DoesNotContain: "not-contains", DoesNotBeginWith: "not-begin-with", DoesNotEndWith: "not-end-with",
};

/** Finds a column by its path. */
export type Find = (path: readonly string[]) => Found;

/** The condition that a function call stands for. */
export function callCondition(call: Call, find: Find, context: ODataContext): Condition {
  if (call.name.startsWith(PREFIX)) return platformCall(call, find, context);
  const operator = entryOf(PLAIN, call.name);
  if (operator === undefined) throw new UnsupportedError("OData function", call.name, badUri(`An unknown function with name '${call.name}' was found.`));
  const [column, value, extra] = call.positional;
  if (column?.kind !== "path" || value === undefined || extra !== undefined) throw badUri(`${call.name} takes a column and a text.`);
  return conditionOf({ operator, ref: find(column.path).ref, values: [literal(valueOf(value, context))], asker: context.asker });
}

function platformCall(call: Call, find: Find, context: ODataContext): Condition {
  const name = call.name.slice(PREFIX.length);
  const operator = entryOf(NAMED, name) ?? hyphenated(name);
  const unknown = [...call.named.keys()].find((key) => !["PropertyName", "PropertyValue", "PropertyValues", "PropertyValue1", "PropertyValue2"].includes(key));
  if (unknown !== undefined) throw badUri(`The function '${call.name}' has no parameter '${unknown}'.`);
  const { ref } = find(propertyPath(call, context));
  try {
    return conditionOf({ operator, ref, values: argumentsOf(call, context), asker: context.asker });
  } catch (error) {
    if (error instanceof UnsupportedError) throw new UnsupportedError("OData function", call.name);
    throw error;
  }
}

const hyphenated = (name: string): string =>
  name.replace(/^OlderThan/, "Olderthan").replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase();

function propertyPath(call: Call, context: ODataContext): readonly string[] {
  const term = call.named.get("PropertyName");
  if (term === undefined) throw badUri(`The function '${call.name}' needs the parameter 'PropertyName'.`);
  if (term.kind === "path") return term.path;
  return String(valueOf(term, context)).split("/");
}

function argumentsOf(call: Call, context: ODataContext): Literal[] {
  const terms = ["PropertyValue", "PropertyValue1", "PropertyValue2", "PropertyValues"].flatMap((key): Term[] => {
    const term = call.named.get(key);
    return term === undefined ? [] : [term];
  });
  return terms.flatMap((term) => valuesOf(term, context)).map(literal);
}

function literal(value: Scalar): Literal {
  if (value === null) throw badUri("null is no value for this function.");
  return value;
}
