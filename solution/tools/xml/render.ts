import { type Element, isElement } from "./element";

/** Exactly the characters that XML 1.0 forbids. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;" };

function escaped(text: string, characters: RegExp): string {
  if (forbidden.test(text)) throw new Error(`DULY-PACK-001 A text holds a character that XML cannot carry: ${JSON.stringify(text)}. Remove it from the schema.`);
  return text.replace(characters, (character) => escapes[character] ?? character);
}

const attributesOf = (element: Element): string =>
  Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value, /[&<>"\n\r\t]/g)}"`).join("");

function lines(element: Element, indent: string): string {
  const open = `${indent}<${element.name}${attributesOf(element)}`;
  if (element.children.length === 0) return `${open}/>`;
  if (element.children.every(isElement)) {
    return `${open}>\n${element.children.map((child) => lines(child, `${indent}  `)).join("\n")}\n${indent}</${element.name}>`;
  }
  const inner = element.children.map((child) => (isElement(child) ? lines(child, "") : escaped(child, /[&<>\r]/g))).join("");
  return `${open}>${inner}</${element.name}>`;
}

/** Text of an element and all below it, two spaces a level, all values escaped. Throws DULY-PACK-001 on a character XML cannot carry. */
export const render = (element: Element): string => `${lines(element, "")}\n`;

/** The same with an XML declaration; sharded parts go without one. */
export const renderDocument = (element: Element): string => `<?xml version="1.0" encoding="utf-8"?>\n${render(element)}`;

/** One line without indentation, for XML inside XML (fetchxml). */
export function renderInline(element: Element): string {
  const inner = element.children.map((child) => (isElement(child) ? renderInline(child) : escaped(child, /[&<>\r]/g))).join("");
  const open = `<${element.name}${attributesOf(element)}`;
  return inner === "" ? `${open}/>` : `${open}>${inner}</${element.name}>`;
}
