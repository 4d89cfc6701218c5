import { type Element, isElement, lineOf, onLine } from "../xml/element";

export type Scope = Readonly<Record<string, string>>;

/** Does the attribute declare a namespace? */
export const isDeclaration = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:");

/** Namespace declarations of an element: "xmlns:xsi" -> URI. */
export const declarations = (element: Element): Scope => Object.fromEntries(Object.entries(element.attributes).filter(([name]) => isDeclaration(name)));

/** The attribute that declares the namespace of a name: "xmlns:xsi", or "xmlns" for one without prefix. */
export const declarationOf = (name: string): string => (name.includes(":") ? `xmlns:${name.split(":")[0] ?? ""}` : "xmlns");

function uses(element: Element, declaration: string): boolean {
  return declarationOf(element.name) === declaration || Object.keys(element.attributes).some((name) => name.includes(":") && declarationOf(name) === declaration)
    || element.children.some((child) => isElement(child) && uses(child, declaration));
}

/** A part of a document as a document of its own: with the declarations that it uses and its old root made. */
export function detached(part: Element, scope: Scope): Element {
  const wanted = Object.fromEntries(Object.entries(scope).filter(([name]) => part.attributes[name] === undefined && uses(part, name)));
  return onLine({ ...part, attributes: { ...wanted, ...part.attributes } }, lineOf(part));
}

/** A document as part of another: without declarations that its new root makes already. */
export const attached = (document: Element, scope: Scope): Element =>
  ({ ...document, attributes: Object.fromEntries(Object.entries(document.attributes).filter(([name, value]) => !isDeclaration(name) || scope[name] !== value)) });
