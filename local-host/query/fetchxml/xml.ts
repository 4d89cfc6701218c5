import { SaxesParser } from "saxes";
import { DataverseError } from "../../service/error";

/** An element of the FetchXML text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** No person nests deeper, and the stack is not endless. */
const DEEPEST = 100;

const known = new Map<string, Element>();
const [mostKnown, longestKnown] = [500, 4000] as const;

/** Reads the text into elements; one that was read before is known. Throws 0x80040201 with line and column when it is not well-formed XML. */
export function readXml(source: string): Element {
  const before = known.get(source);
  if (before !== undefined) return before;
  const element = parsed(source);
  if (known.size >= mostKnown) known.clear();
  if (source.length <= longestKnown) known.set(source, element);
  return element;
}

function parsed(source: string): Element {
  const parser = new SaxesParser();
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [top];
  const here = (): Open => open.at(-1) ?? top;
  parser.on("error", (error) => { throw new DataverseError("0x80040201", `Invalid XML. ${error.message}`); });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Open = { name, attributes: { ...attributes }, children: [], text: "" };
    here().children.push(element);
    if (open.length > DEEPEST) throw new DataverseError("0x80041103", `The FetchXML is nested deeper than ${DEEPEST} elements.`);
    open.push(element);
  });
  parser.on("text", (text) => { here().text += text; });
  parser.on("closetag", () => { open.pop(); });
  parser.write(source).close();
  const [root] = top.children;
  if (root === undefined) throw new DataverseError("0x80040201", "Invalid XML. The text is empty.");
  return root;
}

/** Children of one name. */
export const childrenOf = (element: Element, name: string): Element[] => element.children.filter((child) => child.name === name);

/** A required attribute. */
export function attributeOf(element: Element, name: string): string {
  const value = element.attributes[name];
  if (value === undefined || value === "") throw new DataverseError("0x80041103", `The required attribute '${name}' is missing on <${element.name}>.`);
  return value;
}

/** "true"/"1" as true; "false"/"0" and absence as false. */
export function flagOf(element: Element, name: string): boolean {
  const value = element.attributes[name];
  if (value === undefined || value === "false" || value === "0") return false;
  if (value === "true" || value === "1") return true;
  throw new DataverseError("0x80041103", `The attribute '${name}' of <${element.name}> is true or false, not '${value}'.`);
}

/** A whole number from 1 up; null when the attribute is absent. */
export function numberOf(element: Element, name: string): number | null {
  const value = element.attributes[name];
  if (value === undefined || value === "") return null;
  if (!/^\d+$/.test(value) || Number(value) < 1) throw new DataverseError("0x80041103", `The attribute '${name}' of <${element.name}> is a whole number from 1 up, not '${value}'.`);
  return Number(value);
}

/** Refuses attributes and child elements that the host does not know, by name. */
export function allow(element: Element, attributes: readonly string[], children: readonly string[]): void {
  const attribute = Object.keys(element.attributes).find((name) => !attributes.includes(name));
  if (attribute !== undefined) throw new DataverseError("0x80041103", `Invalid attribute '${attribute}' on <${element.name}> in FetchXML.`);
  const child = element.children.find(({ name }) => !children.includes(name));
  if (child !== undefined) throw new DataverseError("0x80041103", `Invalid child element <${child.name}> in <${element.name}> in FetchXML.`);
}
