import { UnsupportedError } from "../../service/error";
import { badUri } from "../../query/odata/error";
import type { Expression, Term } from "../../query/odata/syntax";

type Properties = Readonly<Record<string, unknown>>;

/** Whether a metadata object meets a $filter: eq, ne, and, or, not, in over its own properties. */
export function matches(expression: Expression, properties: Properties): boolean {
  switch (expression.kind) {
    case "and": return expression.all.every((each) => matches(each, properties));
    case "or": return expression.all.some((each) => matches(each, properties));
    case "not": return !matches(expression.of, properties);
    case "in": return expression.values.some((value) => valueOf(value, properties) === valueOf(expression.left, properties));
    case "compare": return compare(expression, properties);
    default: throw new UnsupportedError("metadata filter", expression.kind === "call" ? expression.name : expression.quantifier);
  }
}

function compare({ operator, left, right }: Extract<Expression, { kind: "compare" }>, properties: Properties): boolean {
  if (operator !== "eq" && operator !== "ne") throw new UnsupportedError("metadata filter", operator);
  return (valueOf(left, properties) === valueOf(right, properties)) === (operator === "eq");
}

function valueOf(term: Term, properties: Properties): unknown {
  if (term.kind === "literal") return term.value;
  if (term.kind !== "path") throw badUri("A metadata filter compares properties with literals.");
  return term.path.reduce<unknown>((value, name) => {
    if (typeof value !== "object" || value === null || !(name in value)) throw badUri(`Could not find a property named '${name}' on this metadata type.`);
    return (value as Properties)[name];
  }, properties);
}
