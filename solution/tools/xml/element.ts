/** An XML element; attributes keep their order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = Element | string;

/** An element that was read: where it stands is hidden in it, so that equal elements stay equal and millions of them fit into memory. */
class Read implements Element {
  readonly #line: number;
  constructor(readonly name: string, readonly attributes: Element["attributes"], readonly children: readonly XmlNode[], line: number) {
    this.#line = line;
  }
  static line(element: Element): number | null {
    return #line in element ? element.#line : null;
  }
}

/** Line of the file, from 1, in which an element that was read begins; null for one that was made. */
export const lineOf = (element: Element): number | null => Read.line(element);

/** The element with its line noted. */
export const onLine = (element: Element, line: number | null): Element => (line === null ? element : new Read(element.name, element.attributes, element.children, line));

type Value = string | number;

/** Makes an element. Attribute values are text and are escaped when written. */
export const element = (name: string, attributes: Readonly<Record<string, Value>> = {}, children: readonly XmlNode[] = []): Element =>
  ({ name, attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])), children });

/** An element that holds one text; `leaf("Scope", 4)` gives `<Scope>4</Scope>`. */
export const leaf = (name: string, text: Value): Element => element(name, {}, text === "" ? [] : [String(text)]);

/** An element that holds elements only. */
export const group = (name: string, children: readonly Element[]): Element => element(name, {}, children);

export const isElement = (node: XmlNode): node is Element => typeof node !== "string";

/** Child elements, all or those of one name. */
export const childrenOf = (parent: Element, name?: string): readonly Element[] =>
  parent.children.filter(isElement).filter((child) => name === undefined || child.name === name);

/** Has the element neither elements nor text in it? White space is layout. */
export const isEmpty = (parent: Element): boolean => parent.children.every((child) => !isElement(child) && child.trim() === "");

/** Child elements by their name, in order: for looking many names up. */
export function childrenByName(parent: Element): ReadonlyMap<string, readonly Element[]> {
  return grouped(childrenOf(parent), ({ name }) => name);
}

/** Things that have one key together, in order. */
export function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group === undefined) groups.set(keyOf(thing), [thing]); else group.push(thing);
  }
  return groups;
}

/** First child element of the name. */
export const childOf = (parent: Element, name: string): Element | undefined => parent.children.find((child): child is Element => isElement(child) && child.name === name);

/** A processing instruction is kept as an element with the name "?target" and its text in it. */
export const instruction = (target: string, body: string): Element => ({ name: `?${target}`, attributes: {}, children: body === "" ? [] : [body] });

export const isInstruction = ({ name }: Element): boolean => name.startsWith("?");

/** Does white space in the element mean something, where it is not said further in? */
export const preserves = ({ attributes }: Element, outer = false): boolean => (attributes["xml:space"] === undefined ? outer : attributes["xml:space"] === "preserve");

/** All text below the element, or below its child `name`; "" when there is none. */
export function textOf(parent: Element | undefined, name?: string): string {
  if (parent === undefined) return "";
  if (name !== undefined) return textOf(childOf(parent, name));
  return parent.children.map((child) => (isElement(child) ? isInstruction(child) ? "" : textOf(child) : child)).join("");
}

function collect(root: Element, name: string, found: Element[]): Element[] {
  if (root.name === name) found.push(root);
  for (const child of root.children) if (isElement(child)) collect(child, name, found);
  return found;
}

/** Every element below (and with) `root` that has the name, in document order. */
export const descendants = (root: Element, name: string): readonly Element[] => collect(root, name, []);

/** The same element with other children. */
export const withChildren = (parent: Element, children: readonly XmlNode[]): Element => onLine({ ...parent, children }, lineOf(parent));
