import type { Comparison, Condition } from "../ir";
import { badUri } from "./error";
import { parseExpression } from "./expression";
import { callCondition } from "./functions";
import { follow, type Found, type Ground, type ODataContext } from "./ground";
import { lambdaLink } from "./lambda";
import type { Call, Expression, Term } from "./syntax";
import { resolved, valueOf } from "./values";

/** A filter's surroundings: the root, and the variables of the lambdas around. */
interface Place { readonly root: Ground; readonly variables: ReadonlyMap<string, Ground>; readonly context: ODataContext }

/** A $filter as a condition; lookups on its paths are added to the ground's links. */
export function filterCondition(source: string, ground: Ground, context: ODataContext): Condition {
  return conditionOf(parseExpression(source), { root: ground, variables: new Map(), context });
}

function conditionOf(expression: Expression, place: Place): Condition {
  switch (expression.kind) {
    case "and": case "or": return { kind: expression.kind, all: expression.all.map((each) => conditionOf(each, place)) };
    case "not": return { kind: "not", of: conditionOf(expression.of, place) };
    case "compare": return comparison(expression, place);
    case "in": return isIn(expression, place);
    case "lambda": return lambda(expression, place);
    case "call": return call(expression, place);
  }
}

function find(path: readonly string[], place: Place): Found {
  const { metadata } = place.context;
  const [head = "", ...rest] = path;
  const variable = place.variables.get(head);
  if (variable !== undefined) return follow(metadata, variable, rest);
  return follow(metadata, place.root, head === "$it" ? rest : path);
}

/** Functions name lookups by logical name as well as by `_x_value`. */
function findNamed(path: readonly string[], place: Place): Found {
  const name = path.at(-1) ?? "";
  const column = place.root.table.columns.get(name);
  const lookup = path.length === 1 && column !== undefined && column.targets !== undefined;
  return find(lookup ? [`_${name}_value`] : path, place);
}

const call = (expression: Call, place: Place): Condition => callCondition(expression, (path) => findNamed(path, place), place.context);

function comparison({ operator, left, right }: Extract<Expression, { kind: "compare" }>, place: Place): Condition {
  const other = resolved(right, place.context);
  if (left.kind === "call") return calledComparison(left, operator, { right: other, place });
  if (left.kind === "literal" && other.kind === "path") return comparison({ kind: "compare", operator: mirrored(operator), left: other, right: left }, place);
  const { ref } = find(pathOf(left), place);
  const compare = operator as Comparison;
  if (other.kind === "path") return { kind: "compare", ref, operator: compare, right: { kind: "column", ref: find(other.path, place).ref } };
  const value = valueOf(other, place.context);
  if (value === null && (operator === "eq" || operator === "ne")) return { kind: "null", ref, negated: operator === "ne" };
  return { kind: "compare", ref, operator: compare, right: { kind: "value", value } };
}

const MIRRORED: Readonly<Record<string, string>> = { gt: "lt", lt: "gt", ge: "le", le: "ge" };
const mirrored = (operator: string): string => MIRRORED[operator] ?? operator;

/** `contains(name,'x') eq false` */
function calledComparison(left: Call, operator: string, { right, place }: { readonly right: Term; readonly place: Place }): Condition {
  const condition = call(left, place);
  const value = valueOf(right, place.context);
  if (typeof value !== "boolean" || (operator !== "eq" && operator !== "ne")) throw badUri(`${left.name} can be compared with true or false only.`);
  return value === (operator === "eq") ? condition : { kind: "not", of: condition };
}

function isIn({ left, values }: Extract<Expression, { kind: "in" }>, place: Place): Condition {
  const { ref } = find(pathOf(left), place);
  const literals = values.map((term) => valueOf(term, place.context));
  const known = literals.flatMap((value) => (value === null ? [] : [typeof value === "boolean" ? String(value) : value]));
  const listed: Condition = { kind: "in", ref, values: known, negated: false };
  return known.length === literals.length ? listed : { kind: "or", all: [listed, { kind: "null", ref, negated: false }] };
}

function pathOf(term: Term): readonly string[] {
  if (term.kind === "path") return term.path;
  throw badUri("A comparison has a column on its left side.");
}

function lambda({ quantifier, path, variable, body }: Extract<Expression, { kind: "lambda" }>, place: Place): Condition {
  const { owner, name } = ownerOf(path, place);
  const { outer, inner } = lambdaLink(place.context.metadata, owner, { name, variable: variable ?? "any" });
  if (body === null || variable === null) return { kind: "exists", link: outer, negated: false };
  const condition = conditionOf(body, { ...place, variables: new Map(place.variables).set(variable, inner) });
  outer.filter = quantifier === "any" ? condition : { kind: "not", of: condition };
  return { kind: "exists", link: outer, negated: quantifier === "all" };
}

function ownerOf(path: readonly string[], place: Place): { readonly owner: Ground; readonly name: string } {
  const [head = "", ...rest] = path;
  const variable = place.variables.get(head);
  const [name = head, ...further] = variable === undefined ? path : rest;
  if (further.length > 0) throw badUri(`any and all cannot be used below a lookup ('${path.join("/")}').`);
  return { owner: variable ?? place.root, name };
}
