import { type Element, isElement, lineOf, onLine, withChildren } from "../xml/element";

type Scope = Readonly<Record<string, string>>;

const isDeclaration = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:");

/** Namespace declarations of an element: "xmlns:xsi" -> URI. */
export const declarations = (element: Element): Scope => Object.fromEntries(Object.entries(element.attributes).filter(([name]) => isDeclaration(name)));

const declarationOf = (name: string): string => (name.includes(":") ? `xmlns:${name.split(":")[0] ?? ""}` : "xmlns");

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

/** `{uri}name` for every name with a prefix, without declarations: what the names mean. */
export function resolved(element: Element, outer: Scope = {}): Element {
  const scope = { ...outer, ...declarations(element) };
  const full = (name: string): string => {
    const uri = scope[declarationOf(name)];
    return name.includes(":") && uri !== undefined ? `{${uri}}${name.slice(name.indexOf(":") + 1)}` : name;
  };
  const attributes = Object.fromEntries(Object.entries(element.attributes).filter(([name]) => !isDeclaration(name)).map(([name, value]) => [full(name), value]));
  return withChildren({ ...element, name: full(element.name), attributes }, element.children.map((child) => (isElement(child) ? resolved(child, scope) : child)));
}
