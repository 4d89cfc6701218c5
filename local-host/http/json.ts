import { DataverseError } from "../service/error";

/** A JSON object as clients send it. */
export type JsonObject = Readonly<Record<string, unknown>>;

const NUMBER_OR_STRING = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses a request body. A number with more than 15 digits becomes text, so that no digit of a decimal is lost: a double keeps 15 of them for certain.
 * A JSON string that holds JSON (double-encoded bodies) is opened.
 */
export function parseJson(text: string): unknown {
  const exact = text.replace(NUMBER_OR_STRING, (token) => (token.startsWith('"') || token.replace(/\D/g, "").length <= 15 ? token : `"${token}"`));
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
