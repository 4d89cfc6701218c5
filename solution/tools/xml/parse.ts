import { SaxesParser } from "saxes";
import { type Element, isElement, type XmlNode } from "./element";

interface Open { readonly name: string; readonly attributes: Record<string, string>; readonly children: XmlNode[] }

/** White space between elements is layout, not content. */
const content = (children: readonly XmlNode[]): readonly XmlNode[] =>
  children.some(isElement) ? children.filter((child) => isElement(child) || child.trim() !== "") : children;

/** Reads a document into elements; comments and processing instructions are dropped. Throws with line and column when it is not well-formed. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const stack: Open[] = [{ name: "", attributes: {}, children: [] }];
  const top = (): Open => stack.at(-1) ?? { name: "", attributes: {}, children: [] };
  parser.on("error", (error) => { throw error; });
  parser.on("opentag", (tag) => { stack.push({ name: tag.name, attributes: tag.attributes, children: [] }); });
  parser.on("text", (value) => { if (stack.length > 1) top().children.push(value); });
  parser.on("cdata", (value) => { top().children.push(value); });
  parser.on("closetag", () => {
    const closed = top();
    stack.pop();
    top().children.push({ ...closed, children: content(closed.children) });
  });
  parser.write(text.replace(/^\uFEFF/, "")).close();
  const root = top().children.find(isElement);
  if (root === undefined) throw new Error("DULY-PACKAGE-002 The document has no element.");
  return root;
}
