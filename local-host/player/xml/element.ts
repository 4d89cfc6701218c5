/** XML that a package carries but that cannot be read; `what` names the part ("form", "view layout"). */
export class XmlFault extends Error {
  readonly code = "PLAYER-XML";
  constructor(what: string, reason: string) {
    super(`The ${what} is not readable XML: ${reason}`);
  }
}

/** Parses text to its root element. Throws XmlFault when it is not well formed. */
export function parseXml(text: string, what: string): Element {
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  const wrong = parsed.getElementsByTagName("parsererror")[0];
  if (wrong) throw new XmlFault(what, (wrong.textContent ?? "").split("\n")[0] ?? "");
  return parsed.documentElement;
}

export const toXml = (element: Element): string => new XMLSerializer().serializeToString(element);

/** Direct children of this name. */
export const children = (parent: Element | null, name: string): Element[] =>
  parent ? Array.from(parent.children).filter((each) => each.tagName === name) : [];

export const child = (parent: Element | null, name: string): Element | null => children(parent, name)[0] ?? null;

/** Follows direct children by name; null when one is missing. */
export const path = (parent: Element | null, ...names: readonly string[]): Element | null =>
  names.reduce<Element | null>((at, name) => child(at, name), parent);

export const attribute = (element: Element | null, name: string): string => element?.getAttribute(name) ?? "";

/** An XML yes/no: "true" or "1" is yes, absent is the given answer. */
export function flag(element: Element | null, name: string, absent: boolean): boolean {
  const text = element?.getAttribute(name);
  return text == null || text === "" ? absent : text === "true" || text === "1";
}

export const textOf = (element: Element | null): string => (element?.textContent ?? "").trim();

/** GUID as the Web API writes it: lower case, no braces. */
export const guid = (text: string): string => text.replace(/[{}]/g, "").trim().toLowerCase();
