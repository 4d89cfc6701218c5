import { SaxesParser } from "saxes";
import { type Element, instruction, isElement, isInstruction, onLine, preserves, type XmlNode } from "./element";

interface Open extends Element { readonly children: XmlNode[]; readonly line: number; readonly preserved: boolean }

/** No genuine document comes near; more would only serve to exhaust the stack. */
const deepest = 1000;

/** Most elements have none; they share these, so that millions of them fit into memory. */
const noAttributes: Element["attributes"] = Object.freeze({});
const noNodes: readonly XmlNode[] = Object.freeze([]);

const compact = (attributes: Element["attributes"]): Element["attributes"] => {
  const entries = Object.entries(attributes);
  return entries.length === 0 ? noAttributes : Object.fromEntries(entries);
};

const blank = (node: XmlNode): boolean => !isElement(node) && node.trim() === "";

/** White space between elements is layout, unless there is other text among them or it is to be preserved. Adjacent texts are one. */
function withoutLayout({ children, preserved }: Open): readonly XmlNode[] {
  if (children.length === 0) return noNodes;
  const layout = !preserved && children.some(isElement) && children.every((child) => isElement(child) || blank(child));
  const nodes: XmlNode[] = [];
  for (const child of children) {
    const last = nodes.at(-1);
    if (child === "" || (layout && blank(child))) continue;
    if (typeof last === "string" && typeof child === "string") nodes[nodes.length - 1] = last + child; else nodes.push(child);
  }
  return nodes.slice();
}

/** A document that is not well-formed, or deeper than any genuine one. */
export class XmlError extends Error {
  constructor(readonly line: number, readonly reason: string) {
    super(`line ${String(line)}: ${reason}`);
    this.name = "XmlError";
  }
}

/** The parser's reason as a sentence. It does not say which tag it did not expect: that is the one just before its place, after it has closed the element that is still open. */
function sentence(message: string, before: string, closed: Open | null): string {
  const reason = message.replace(/^\d+:\d+: /, "").replace(/\.?$/, ".");
  const [, tag] = /<\/([^\s<>]*)\s*>?$/.exec(before) ?? [];
  return reason === "unexpected close tag." && tag !== undefined && closed !== null ? `<${closed.name}> of line ${String(closed.line)} is not closed before </${tag}>.` : reason;
}

/** Reads a document: its root and the processing instructions around it; comments, declaration and a byte order mark are dropped. Throws XmlError, also on a DOCTYPE. */
export function parseDocument(text: string): readonly Element[] {
  const parser = new SaxesParser();
  const document: Open = { name: "", attributes: {}, children: [], line: 1, preserved: false };
  const stack: Open[] = [document];
  const top = (): Open => stack.at(-1) ?? document;
  const content = text.replace(/^\uFEFF/, "");
  let closed: Open | null = null;
  let line = 1;
  const names = new Map<string, string>();
  const fail = (reason: string): never => { throw new XmlError(parser.line, reason); };
  parser.on("error", (error) => fail(sentence(error.message, content.slice(0, parser.position), closed)));
  parser.on("doctype", () => fail("a DOCTYPE cannot stand in a package; delete it."));
  parser.on("opentagstart", () => { line = parser.line; });
  parser.on("opentag", (tag) => {
    if (stack.length > deepest) fail(`elements are nested deeper than ${String(deepest)}.`);
    const name = names.get(tag.name) ?? tag.name;
    names.set(name, name);
    stack.push({ name, attributes: compact(tag.attributes), children: [], line, preserved: preserves({ ...tag, children: [] }, top().preserved) });
  });
  parser.on("processinginstruction", ({ target, body }) => { top().children.push(onLine(instruction(target, body), parser.line)); });
  parser.on("text", (value) => { if (stack.length > 1) top().children.push(value); });
  parser.on("cdata", (value) => { top().children.push(value); });
  parser.on("closetag", () => {
    closed = top();
    stack.pop();
    top().children.push(onLine({ name: closed.name, attributes: closed.attributes, children: withoutLayout(closed) }, closed.line));
  });
  parser.write(content).close();
  return document.children.filter(isElement);
}

/** The root of a document. Throws XmlError. */
export function parseXml(text: string): Element {
  const root = parseDocument(text).find((node) => !isInstruction(node));
  if (root === undefined) throw new XmlError(1, "the document has no element.");
  return root;
}
