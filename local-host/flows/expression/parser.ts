import { invalidTemplate } from "../error";
import { Lexer, type Token } from "./lexer";
import type { Syntax } from "./syntax";

const KEYWORDS: ReadonlyMap<string, boolean | null> = new Map([["true", true], ["false", false], ["null", null]]);

/**
 * Parses the expression that begins at `start` and ends with `closing` ("" = end of the text, "}" inside an interpolation).
 * Gives the syntax and the position behind the end. Throws FlowError InvalidTemplate.
 */
export function parseExpression(source: string, start: number, closing: "" | "}"): { readonly syntax: Syntax; readonly end: number } {
  const lexer = new Lexer(source, start);
  const syntax = expression(lexer);
  const last = lexer.next();
  if (last.text !== closing || last.kind === "string") throw unexpected(source, last);
  return { syntax, end: last.at + closing.length };
}

function expression(lexer: Lexer): Syntax {
  let syntax = primary(lexer);
  for (;;) {
    const next = access(lexer, syntax);
    if (!next) return syntax;
    syntax = next;
  }
}

function primary(lexer: Lexer): Syntax {
  const token = lexer.next();
  if (token.kind === "string") return { kind: "literal", value: token.text };
  if (token.kind === "number") return number(token.text);
  if (token.kind !== "name") throw unexpected(lexer.source, token);
  if (isMark(lexer.peek(), "(")) return { kind: "call", name: token.text, arguments: callArguments(lexer) };
  const keyword = KEYWORDS.get(token.text.toLowerCase());
  if (keyword === undefined) throw invalidTemplate(`'${token.text}' at position ${token.at} is neither a function call nor a literal in '${lexer.source}'.`);
  return { kind: "literal", value: keyword };
}

function number(text: string): Syntax {
  if (/[.eE]/.test(text)) return { kind: "float", value: Number(text) };
  const value = Number(text);
  return { kind: "literal", value: Number.isSafeInteger(value) ? value : BigInt(text) };
}

function callArguments(lexer: Lexer): Syntax[] {
  lexer.next();
  const found: Syntax[] = [];
  if (isMark(lexer.peek(), ")")) { lexer.next(); return found; }
  for (;;) {
    found.push(expression(lexer));
    const token = lexer.next();
    if (isMark(token, ")")) return found;
    if (!isMark(token, ",")) throw unexpected(lexer.source, token);
  }
}

function access(lexer: Lexer, target: Syntax): Syntax | null {
  const forgiving = isMark(lexer.peek(), "?");
  if (forgiving) lexer.next();
  const mark = lexer.peek();
  if (isMark(mark, ".")) return { kind: "access", target, key: dottedKey(lexer), forgiving };
  if (isMark(mark, "[")) return { kind: "access", target, key: bracketKey(lexer), forgiving };
  if (forgiving) throw unexpected(lexer.source, mark);
  return null;
}

function dottedKey(lexer: Lexer): Syntax {
  lexer.next();
  const token = lexer.next();
  if (token.kind !== "name") throw unexpected(lexer.source, token);
  return { kind: "literal", value: token.text };
}

function bracketKey(lexer: Lexer): Syntax {
  lexer.next();
  const key = expression(lexer);
  const token = lexer.next();
  if (!isMark(token, "]")) throw unexpected(lexer.source, token);
  return key;
}

function isMark(token: Token, text: string): boolean {
  return token.kind === "mark" && token.text === text;
}

function unexpected(source: string, token: Token): Error {
  const what = token.kind === "end" ? "the text ends too early" : `unexpected '${token.text}'`;
  return invalidTemplate(`${what} at position ${token.at} in '${source}'.`);
}
