import { type Element, isElement, lineOf, onLine } from "../xml/element";

export type Scope = Readonly<Record<string, string>>;

/** Does the attribute declare a namespace? */
export const isDeclaration = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:");

/** Namespace declarations of an element: "xmlns:xsi" -> URI. */
export const declarations = (element: Element): Scope => Object.fromEntries(Object.entries(element.attributes).filter(([name]) => isDeclaration(name)));

/** The attribute that declares the namespace of a name: "xmlns:xsi", or "xmlns" for one without prefix. */
export const declarationOf = (name: string): string => (name.includes(":") ? `xmlns:${name.split(":")[0] ?? ""}` : "xmlns");

/** Notes the declarations that an element and all in it use. */
function noteUses(element: Element, found: Set<string>): Set<string> {
  found.add(declarationOf(element.name));
  for (const name of Object.keys(element.attributes)) if (name.includes(":")) found.add(declarationOf(name));
  for (const child of element.children) if (isElement(child)) noteUses(child, found);
  return found;
}

/** A part of a document as a document of its own: with the declarations that it uses and its old root made. */
export function detached(part: Element, scope: Scope): Element {
  const used = [...noteUses(part, new Set())].filter((name) => part.attributes[name] === undefined);
  const wanted = Object.fromEntries(used.flatMap((name) => { const uri = scope[name]; return uri === undefined ? [] : [[name, uri] as const]; }));
  return onLine({ ...part, attributes: { ...wanted, ...part.attributes } }, lineOf(part));
}

/** A document as part of another: without declarations that its new root makes already. */
export const attached = (document: Element, scope: Scope): Element =>
  ({ ...document, attributes: Object.fromEntries(Object.entries(document.attributes).filter(([name, value]) => !isDeclaration(name) || scope[name] !== value)) });
