import { Cursor } from "./cursor";
import type { Expression, Term } from "./syntax";
import { parseList, parsePath, parseTerm } from "./terms";

const COMPARISONS: ReadonlySet<string> = new Set(["eq", "ne", "gt", "ge", "lt", "le"]);

/** Parses a $filter. `or` binds loosest, then `and`, then `not`. Throws 0x80060888 with the position of what does not fit. */
export function parseExpression(source: string): Expression {
  const cursor = new Cursor(source);
  const expression = parseOr(cursor);
  cursor.end();
  return expression;
}

function parseOr(cursor: Cursor): Expression {
  const first = parseAnd(cursor);
  if (!cursor.sees("or")) return first;
  const all = [first];
  while (cursor.takes("or")) all.push(parseAnd(cursor));
  return { kind: "or", all };
}

function parseAnd(cursor: Cursor): Expression {
  const first = parseNot(cursor);
  if (!cursor.sees("and")) return first;
  const all = [first];
  while (cursor.takes("and")) all.push(parseNot(cursor));
  return { kind: "and", all };
}

/** `not` binds tighter than `and`, and looser than a comparison: `not a eq 1 and b eq 2` is `(not (a eq 1)) and (b eq 2)`. */
function parseNot(cursor: Cursor): Expression {
  return cursor.takes("not") ? { kind: "not", of: cursor.deeper(() => parseNot(cursor)) } : parseTest(cursor);
}

function parseTest(cursor: Cursor): Expression {
  if (cursor.takes("(")) {
    const inner = cursor.deeper(() => parseOr(cursor));
    cursor.expect(")");
    return inner;
  }
  const lambda = parseLambda(cursor);
  if (lambda !== null) return lambda;
  const left = parseTerm(cursor);
  if (cursor.takes("in")) return { kind: "in", left, values: parseList(cursor, "(", ")") };
  if (COMPARISONS.has(cursor.peek().text)) {
    return { kind: "compare", operator: cursor.next().text, left, right: parseTerm(cursor) };
  }
  if (left.kind === "call") return left;
  throw cursor.unexpected("a comparison");
}

/** `path/any(o:o/x eq 1)`, `path/all(…)`, `path/any()`; null when something else stands here. */
function parseLambda(cursor: Cursor): Expression | null {
  let ahead = 0;
  while (cursor.peek(ahead).kind === "name" && cursor.sees("/", ahead + 1)) ahead += 2;
  const quantifier = cursor.peek(ahead).text;
  if (ahead === 0 || (quantifier !== "any" && quantifier !== "all") || !cursor.sees("(", ahead + 1)) return null;
  const path = parsePath(cursor).slice(0, -1);
  cursor.expect("(");
  if (cursor.takes(")")) return { kind: "lambda", quantifier, path, variable: null, body: null };
  const variable = cursor.name();
  cursor.expect(":");
  const body = cursor.deeper(() => parseOr(cursor));
  cursor.expect(")");
  return { kind: "lambda", quantifier, path, variable, body };
}

/** A term that stands alone: the value of a parameter alias. */
export function parseAlone(source: string): Term {
  const cursor = new Cursor(source);
  const term = parseTerm(cursor);
  cursor.end();
  return term;
}

