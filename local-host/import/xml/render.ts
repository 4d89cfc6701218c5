import type { Element } from "./element";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** An element as text, without white space between elements. */
export function renderXml({ name, attributes, children, text }: Element): string {
  const open = `${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}`;
  const content = children.length > 0 ? children.map(renderXml).join("") : escaped(text.trim());
  return content === "" ? `<${open}/>` : `<${open}>${content}</${name}>`;
}
