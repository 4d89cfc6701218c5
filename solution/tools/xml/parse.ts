import { SaxesParser } from "saxes";
import { type Element, isElement, type XmlNode } from "./element";

interface Open { readonly name: string; readonly attributes: Record<string, string>; readonly children: XmlNode[] }

/** No genuine document comes near; more would only serve to exhaust the stack. */
const deepest = 256;

const blank = (node: XmlNode): boolean => !isElement(node) && node.trim() === "";

/** White space between elements is layout, unless there is other text among them. Adjacent texts are one. */
function content(children: readonly XmlNode[]): readonly XmlNode[] {
  const layout = children.some(isElement) && children.every((child) => isElement(child) || blank(child));
  const nodes: XmlNode[] = [];
  for (const child of children) {
    const last = nodes.at(-1);
    if (child === "" || (layout && blank(child))) continue;
    if (typeof last === "string" && typeof child === "string") nodes[nodes.length - 1] = last + child; else nodes.push(child);
  }
  return nodes;
}

/** A document that is not well-formed, or deeper than any genuine one. */
export class XmlError extends Error {
  constructor(readonly line: number, readonly reason: string) {
    super(`line ${String(line)}: ${reason}`);
    this.name = "XmlError";
  }
}

/** Reads a document into elements; comments, processing instructions and a byte order mark are dropped. Throws XmlError, also on a DOCTYPE. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const stack: Open[] = [{ name: "", attributes: {}, children: [] }];
  const top = (): Open => stack.at(-1) ?? { name: "", attributes: {}, children: [] };
  const fail = (reason: string): never => { throw new XmlError(parser.line, reason); };
  parser.on("error", (error) => fail(error.message.replace(/^\d+:\d+: /, "").replace(/\.?$/, ".")));
  parser.on("doctype", () => fail("a DOCTYPE cannot stand in a package; delete it."));
  parser.on("opentag", (tag) => {
    if (stack.length > deepest) fail(`elements are nested deeper than ${String(deepest)}.`);
    stack.push({ name: tag.name, attributes: tag.attributes, children: [] });
  });
  parser.on("text", (value) => { if (stack.length > 1) top().children.push(value); });
  parser.on("cdata", (value) => { top().children.push(value); });
  parser.on("closetag", () => {
    const closed = top();
    stack.pop();
    top().children.push({ ...closed, children: content(closed.children) });
  });
  parser.write(text.replace(/^\uFEFF/, "")).close();
  return top().children.find(isElement) ?? fail("the document has no element.");
}
