import { PackError } from "../fault";
import { faults } from "./faults";
import type { Folder } from "./folder";
import { decoded, TextError } from "./text";

/** How many elements, attributes, entities and JSON values all files may hold together (each takes up to 0.9 KB when it is read), and characters one file: more would exhaust the memory of a small machine. */
export interface Bounds { readonly values: number; readonly characters: number }

export const usualBounds: Bounds = { values: 2_000_000, characters: 256 * 1024 * 1024 };

/** What is no element, from its first characters to its last. */
const besides = [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"], ["</", ">"], ["<!", ">"]] as const;

/** Index behind the next `what`; the end when there is none. */
function behind(text: string, what: string, at: number): number {
  const found = text.indexOf(what, at);
  return found < 0 ? text.length : found + what.length;
}

/** How often a text has a sign. */
function timesOf(text: string, sign: string): number {
  let times = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) times += 1;
  return times;
}

/** Elements, attributes and entities of an XML text, as far as it is well-formed. */
export function xmlValues(text: string): number {
  let values = timesOf(text, "&");
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const [start, end] = besides.find(([first]) => text.startsWith(first, at)) ?? ["<", null];
    at += start.length;
    if (end !== null) at = behind(text, end, at);
    else for (values += 1; at < text.length && text[at] !== ">"; at += 1) if (text[at] === "\"" || text[at] === "'") { values += 1; at = behind(text, text[at] ?? "", at + 1) - 1; }
  }
  return values;
}

/** Index behind a JSON string that begins at `at`. */
function behindString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== "\"") end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}

/** Values of a JSON text, as far as it is well-formed. */
export function jsonValues(text: string): number {
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\"") at = behindString(text, at) - 1;
    else if (sign === "," || sign === "[" || sign === "{") values += 1;
  }
  return values;
}

const counters: readonly (readonly [files: RegExp, count: (text: string) => number])[] = [[/\.(xml|xaml|rdl|resx|xsl)$/i, xmlValues], [/\.json$/i, jsonValues]];

/** Bytes that are no text hold nothing that is read; that is told where they are read. */
function textOf(content: Uint8Array): string {
  try {
    return decoded(content);
  } catch (error) {
    if (error instanceof TextError) return "";
    throw error;
  }
}

/** Throws DULY-PACK-046 before anything is read, naming the file with which it is too much. */
export function requireBearable(files: Folder, { values, characters }: Bounds = usualBounds): void {
  let sum = 0;
  for (const [path, content] of files) {
    const count = counters.find(([pattern]) => pattern.test(path))?.[1];
    if (count === undefined || path === "[Content_Types].xml") continue;
    if (content.length > characters) throw new PackError([faults.heavy(path, `is ${String(content.length)} bytes long`, String(characters))]);
    sum += count(textOf(content));
    if (sum > values) throw new PackError([faults.heavy(path, `brings the elements, attributes, entities and JSON values of all files to ${String(sum)}`, String(values))]);
  }
}
