import type { Cursor } from "./cursor";
import type { Call, Scalar, Term } from "./syntax";
import type { Token } from "./tokens";

const WORDS: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([["true", true], ["false", false], ["null", null]]);

/** A literal, list, parameter alias, call or path. */
export function parseTerm(cursor: Cursor): Term {
  const token = cursor.peek();
  if (token.kind === "sign" && token.text === "[") return { kind: "list", items: parseList(cursor, "[", "]") };
  if (token.kind !== "name") return { kind: "literal", value: literalOf(cursor) };
  if (token.text.startsWith("@")) return { kind: "alias", name: cursor.next().text };
  const word = WORDS.get(token.text);
  if (word !== undefined) {
    cursor.next();
    return { kind: "literal", value: word };
  }
  return cursor.sees("(", 1) ? parseCall(cursor) : { kind: "path", path: parsePath(cursor) };
}

/** Names joined by "/". */
export function parsePath(cursor: Cursor): string[] {
  const path = [cursor.name()];
  while (cursor.takes("/")) path.push(cursor.name());
  return path;
}

/** Terms between two brackets. */
export function parseList(cursor: Cursor, open: string, close: string): Term[] {
  cursor.expect(open);
  const items: Term[] = [];
  if (cursor.takes(close)) return items;
  do items.push(parseTerm(cursor)); while (cursor.takes(","));
  cursor.expect(close);
  return items;
}

/** `name(a,b)` or `Microsoft.Dynamics.CRM.Name(PropertyName='x',PropertyValue=3)`. */
export function parseCall(cursor: Cursor): Call {
  const name = cursor.name();
  const positional: Term[] = [];
  const named = new Map<string, Term>();
  cursor.expect("(");
  if (cursor.takes(")")) return { kind: "call", name, positional, named };
  do {
    if (cursor.sees("=", 1)) {
      const parameter = cursor.name();
      cursor.expect("=");
      named.set(parameter, parseTerm(cursor));
    } else positional.push(parseTerm(cursor));
  } while (cursor.takes(","));
  cursor.expect(")");
  return { kind: "call", name, positional, named };
}

function literalOf(cursor: Cursor): Scalar {
  const token = cursor.peek();
  if (token.kind === "sign" || token.kind === "end") throw cursor.unexpected("a value");
  cursor.next();
  return scalarOf(token);
}

function scalarOf(token: Token): Scalar {
  if (token.kind === "guid") return token.text.replace(/[{}]/g, "").toLowerCase();
  if (token.kind !== "number") return token.text;
  const text = token.text.replace(/[lLfFdDmM]$/, "");
  return text.replace(/\D/g, "").length > 15 ? text : Number(text);
}
