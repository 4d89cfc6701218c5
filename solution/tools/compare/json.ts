import { plainId } from "../zip/identity";
import type { Found } from "./difference";

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Deeper than any genuine text; more would only serve to exhaust the stack. */
const deepest = 1000;

const text = (value: Json | undefined): string | null => (value === undefined ? null : typeof value === "string" && value.startsWith(exactly) ? value.slice(exactly.length) : JSON.stringify(value));
const isBranch = (value: Json | undefined): value is readonly Json[] | { readonly [name: string]: Json } => typeof value === "object" && value !== null;
const entries = (value: Json | undefined): ReadonlyMap<string, Json> => new Map(isBranch(value) ? Object.entries(value) : []);

/** Marks a string that stands for a number which JavaScript would round. */
const exactly = "\u0000number ";

/** Digits without leading and trailing zeros, and the power of ten behind them: "1200", "1.2e3" and "12E2" are one. */
function canonical(number: string): string {
  const [, sign = "", whole = "", fraction = "", power = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  return significant === "" ? "0" : `${sign}${significant}e${String(BigInt(power) - BigInt(fraction.length) + BigInt(digits.length - significant.length))}`;
}

/** Is it what JavaScript makes of it, to the last digit? */
const isExact = (number: string): boolean => Number.isFinite(Number(number)) && canonical(String(Number(number))) === canonical(number);

/** Value of a JSON text in which numbers beyond the exact ones stay as they are. Throws SyntaxError. */
function parsed(content: string): Json {
  JSON.parse(content);
  return JSON.parse(content.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => (token.startsWith("\"") || isExact(token) ? token : JSON.stringify(exactly + canonical(token))))) as Json;
}

const isSame = (left: Json | undefined, right: Json | undefined): boolean =>
  text(left) === text(right) || (typeof left === "string" && typeof right === "string" && plainId(left) === plainId(right));

/** What differs between two JSON values; the order of names does not. */
function differences(left: Json | undefined, right: Json | undefined, path: string, depth = 0): readonly Found[] {
  if (depth > deepest) throw new SyntaxError("too deep");
  if (!isBranch(left) || !isBranch(right) || Array.isArray(left) !== Array.isArray(right)) return isSame(left, right) ? [] : [{ path, left: text(left), right: text(right) }];
  const [here, there] = [entries(left), entries(right)];
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((name) => differences(here.get(name), there.get(name), depth === 0 ? name : `${path}/${name}`, depth + 1));
}

/** Compares two JSON texts; throws SyntaxError when one is none, or one that is too deep to compare. */
export const jsonDifferences = (left: string, right: string): readonly Found[] => differences(parsed(left), parsed(right), "");
