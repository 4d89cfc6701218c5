import { badUri } from "./error";

/** Splits at a separator that stands outside brackets and quotes; parts are trimmed. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    else if (sign === separator && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
    if (depth < 0) break;
  }
  if (depth !== 0 || quoted) throw badUri(`Brackets or quotes do not match in '${text}'.`);
  return [...parts, text.slice(from).trim()];
}

/** `name(inner)` as name and inner; inner is null without brackets. */
export function opened(text: string): { readonly name: string; readonly inner: string | null } {
  const open = text.indexOf("(");
  if (open < 0) return { name: text.trim(), inner: null };
  if (!text.endsWith(")")) throw badUri(`')' expected at the end of '${text}'.`);
  return { name: text.slice(0, open).trim(), inner: text.slice(open + 1, -1) };
}
