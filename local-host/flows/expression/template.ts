import { invalidTemplate } from "../error";
import { compile, constant } from "./compile";
import type { Compiled } from "./context";
import { parseExpression } from "./parser";
import { toText } from "./text";
import type { FlowObject, FlowValue } from "./value";

/** The platform's own limit for one text with expressions. */
const LONGEST = 8_192;

/**
 * Compiles a text of a definition: `@expr` (keeps its type), `@@…` (escape), text with `@{…}` (always a string), or plain text.
 * A syntax error is thrown when the text is evaluated, not here: only the action that needs it fails.
 */
export function compileText(source: string): Compiled {
  if (!source.includes("@")) return constant(source);
  if (source.length > LONGEST && (source.startsWith("@") || source.includes("@{"))) return () => { throw invalidTemplate(`an expression has at most ${LONGEST} characters; this one has ${source.length}.`); };
  try {
    return source.startsWith("@") && !/^@[@{]/.test(source) ? compile(parseExpression(source, 1, "").syntax) : compileParts(source);
  } catch (error) {
    return () => { throw error; };
  }
}

/** Compiles every text in a JSON tree, object keys with `@{…}` included. A tree without expressions becomes a constant. */
export function compileTree(source: FlowValue): Compiled {
  if (typeof source === "string") return compileText(source);
  if (typeof source !== "object" || source === null || !hasExpression(source)) return constant(source);
  if (Array.isArray(source)) {
    const parts = source.map((part: FlowValue) => compileTree(part));
    return (context) => parts.map((part) => part(context));
  }
  return compileObject(source as FlowObject);
}

function compileObject(source: FlowObject): Compiled {
  const entries = Object.entries(source).map(([key, value]) => [compileKey(key), compileTree(value)] as const);
  return (context) => Object.fromEntries(entries.map(([key, value]) => [toText(key(context)), value(context)]));
}

/** Keys such as "@odata.type" are names, not expressions. */
function compileKey(key: string): Compiled {
  return key.includes("@{") ? compileText(key) : constant(key);
}

function hasExpression(source: FlowValue): boolean {
  if (typeof source === "string") return source.includes("@");
  if (typeof source !== "object" || source === null) return false;
  if (Array.isArray(source)) return source.some((part: FlowValue) => hasExpression(part));
  return Object.entries(source).some(([key, value]) => key.includes("@{") || hasExpression(value as FlowValue));
}

function compileParts(source: string): Compiled {
  const parts: (string | Compiled)[] = [];
  let from = 0;
  // "@@" at the very beginning escapes the sign; elsewhere only "@@{" does.
  if (source.startsWith("@@") && source.charAt(2) !== "{") { parts.push("@"); from = 2; }
  for (;;) {
    const at = source.indexOf("@{", from);
    if (at < 0) break;
    if (at > from && source.charAt(at - 1) === "@") {
      parts.push(source.slice(from, at - 1), "@{");
      from = at + 2;
    } else {
      const { syntax, end } = parseExpression(source, at + 2, "}");
      parts.push(source.slice(from, at), compile(syntax));
      from = end;
    }
  }
  parts.push(source.slice(from));
  return (context) => parts.map((part) => (typeof part === "string" ? part : toText(part(context)))).join("");
}
