import { badUri } from "./error";

/** `text` of a string token is its value without quotes. */
export interface Token { readonly kind: "string" | "guid" | "date" | "number" | "name" | "sign" | "end"; readonly text: string; readonly at: number }

type Kind = Exclude<Token["kind"], "end">;

const PATTERN = new RegExp([
  "\\s+",
  "(?<string>'(?:[^']|'')*'|\"(?:[^\"\\\\]|\\\\.)*\")",
  "(?<guid>\\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\}?)",
  "(?<date>\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?)?)",
  "(?<number>-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?[lLfFdDmM]?(?![\\w]))",
  "(?<name>[@$]?[A-Za-z_][\\w.]*)",
  "(?<sign>[()\\[\\],/:=])",
].join("|"), "y");

const KINDS: readonly Kind[] = ["string", "guid", "date", "number", "name", "sign"];

/** Cuts an expression into tokens, the last of kind "end". Throws with the position of a character that begins none. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    PATTERN.lastIndex = at;
    const match = PATTERN.exec(source);
    if (match === null) throw badUri(`Syntax error at position ${at} in '${source}'.`);
    const token = tokenOf(match.groups ?? {}, at);
    if (token !== null) tokens.push(token);
    at = PATTERN.lastIndex;
  }
  tokens.push({ kind: "end", text: "", at: source.length });
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>, at: number): Token | null {
  const kind = KINDS.find((each) => groups[each] !== undefined);
  if (kind === undefined) return null;
  const text = groups[kind] ?? "";
  return { kind, text: kind === "string" ? unquoted(text) : text, at };
}

function unquoted(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith("'") ? inner.replaceAll("''", "'") : inner.replace(/\\(.)/g, "$1");
}
