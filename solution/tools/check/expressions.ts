import { isObject, type Json } from "./json";

/** What an expression calls, and why it cannot be read; "" when it can. */
export interface Expression { readonly text: string; readonly functions: readonly string[]; readonly problem: string }

/** A text in quotes (a quote in it is doubled), a name that is called, a bracket, or any other sign. The no-break space is a blank in real flows. */
const token = /'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_$]*(\s*\()?|[^\s]/gu;

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]" };

/** Reads from `start` up to the sign that ends it: "}" inside a text, "" = the end of the text. Gives also the place behind. */
function scanned(source: string, start: number, last: "" | "}"): Expression & { readonly end: number } {
  const functions: string[] = [];
  const open: string[] = [];
  const done = (end: number, problem: string) => ({ text: source, functions, problem, end });
  for (const { 0: word, index } of source.slice(start).matchAll(token)) {
    const sign = word.slice(-1);
    if (word === "'") return done(source.length, "a text in quotes is not closed");
    if (word.startsWith("'")) continue;
    if (word === "}" && open.length === 0 && last === "}") return done(start + index + 1, "");
    if (word.length > 1 && sign === "(") functions.push(word.slice(0, -1).trim());
    if (closing[sign] !== undefined) open.push(closing[sign]);
    else if (/[)\]}]/.test(sign) && open.pop() !== sign) return done(source.length, `'${sign}' closes nothing`);
  }
  const missing = [...open.reverse(), last].join("");
  return done(source.length, missing === "" ? "" : `${missing} is missing`);
}

/** Expressions inside a text: each behind "@{", which a second "@" before it makes plain. */
function parts(source: string): readonly Expression[] {
  const found: Expression[] = [];
  for (let at = source.indexOf("@{"); at >= 0; at = source.indexOf("@{", at)) {
    if (source.charAt(at - 1) === "@") { at += 2; continue; }
    const { end, ...expression } = scanned(source, at + 2, "}");
    found.push(expression);
    at = end;
  }
  return found;
}

/** The expressions of a text: the whole of it behind "@" ("@@" is a plain sign), else the parts in it. */
const expressionsIn = (source: string): readonly Expression[] => (/^@[^@{]/.test(source) ? [scanned(source, 1, "")] : parts(source));

/** What an action says to people, and what answers look like, is not evaluated. */
const plain = new Set(["description", "metadata", "schema"]);

/** Every expression in the value, those in names too ("@odata.type" is none). */
export function expressionsOf(value: Json): readonly Expression[] {
  if (typeof value === "string") return expressionsIn(value);
  if (Array.isArray(value)) return value.flatMap((entry: Json) => expressionsOf(entry));
  if (!isObject(value)) return [];
  return Object.entries(value).filter(([name]) => !plain.has(name)).flatMap(([name, below]) => [...parts(name), ...expressionsOf(below)]);
}
