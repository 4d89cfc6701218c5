import { DataverseError } from "../service/error";
import { withExactNumbers, withWellFormedStrings } from "./json-text";

/** A JSON object as clients send it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Parses a request body. A number with more than 15 digits becomes text; strings become well-formed.
 * A JSON string that holds JSON (double-encoded bodies) is opened.
 */
export function parseJson(text: string): unknown {
  const exact = withExactNumbers(withWellFormedStrings(text));
  try {
    const value: unknown = JSON.parse(exact);
    return typeof value === "string" && /^\s*[{[]/.test(value) ? parseJson(value) : value;
  } catch (error) {
    throw new DataverseError("0x80048d19", `Error identified in Payload provided by the user: ${error instanceof Error ? error.message : "no JSON"}`);
  }
}

/** A body that has to be an object; an empty one counts as {}. */
export function parseObject(text: string): JsonObject {
  if (text.trim() === "") return {};
  const value = parseJson(text);
  if (!isObject(value)) throw new DataverseError("0x80048d19", "Error identified in Payload provided by the user: a JSON object is expected.");
  return value;
}

export const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);

const MARK = "\u0000n:";

/** A decimal text as what JSON.stringify takes; `writeJson` turns marked texts back into number tokens with all their digits. */
export function jsonNumber(text: string): number | string {
  const value = Number(text);
  const digits = text.replace(/^-?0*\.?0*|\.?0+$|\D/g, "");
  return digits.length <= 15 ? value : MARK + text;
}

/** JSON text of a response. */
export function writeJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes("\\u0000n:") ? text.replace(/"\\u0000n:(-?[\d.]+)"/g, "$1") : text;
}
