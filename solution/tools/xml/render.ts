import { packFailure } from "../messages";
import { type Element, isElement, isInstruction, preserves } from "./element";

/** Exactly the characters that XML 1.0 forbids. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Index of the first character of a text that XML cannot carry; -1 when there is none. */
export const uncarried = (text: string): number => text.search(forbidden);

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;" };

/** Most texts have none of these and are written as they are. */
const special = /[&<>"\u0000-\u001f\ufffe\uffff]/;

function escaped(text: string, characters: RegExp): string {
  if (!special.test(text)) return text;
  if (forbidden.test(text)) throw packFailure("DULY-PACK-001", JSON.stringify(text));
  return text.replace(characters, (character) => escapes[character] ?? character);
}

const inText = (text: string): string => escaped(text, /[&<>\r]/g);

function opening(element: Element): string {
  let text = `<${element.name}`;
  for (const name of Object.keys(element.attributes)) text += ` ${name}="${escaped(element.attributes[name] ?? "", /[&<>"\n\r\t]/g)}"`;
  return text;
}

/** One line without indentation, for XML inside XML (fetchxml). */
export function renderInline(element: Element): string {
  if (isInstruction(element)) return `<${[element.name, ...element.children.filter((child) => !isElement(child))].join(" ")}?>`;
  const inner = element.children.map((child) => (isElement(child) ? renderInline(child) : inText(child))).join("");
  return inner === "" ? `${opening(element)}/>` : `${opening(element)}>${inner}</${element.name}>`;
}

/** Indentation does not grow without end: in a deep document it would be most of it. */
const widest = 64;

/** Lines of an element; one with text, or that preserves white space, is a line of its own, so that layout adds nothing to it. */
function lines(element: Element, indent: string, out: string[]): void {
  if (element.children.length === 0 || preserves(element) || !element.children.every(isElement)) {
    out.push(indent + renderInline(element));
    return;
  }
  out.push(`${indent}${opening(element)}>`);
  for (const child of element.children) if (isElement(child)) lines(child, indent.length < widest ? `${indent}  ` : indent, out);
  out.push(`${indent}</${element.name}>`);
}

/** Text of an element and all below it, two spaces a level, all values escaped. Throws DULY-PACK-001 on a character XML cannot carry. */
export function render(element: Element): string {
  const out: string[] = [];
  lines(element, "", out);
  return `${out.join("\n")}\n`;
}

/** The same with an XML declaration; sharded parts go without one. */
export const renderDocument = (element: Element): string => `<?xml version="1.0" encoding="utf-8"?>\n${render(element)}`;
