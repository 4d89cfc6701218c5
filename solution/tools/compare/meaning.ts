import { type Element, isElement, isInstruction, preserves, type XmlNode } from "../xml/element";
import { plainIds } from "../zip/identity";
import { declarationOf, declarations, isDeclaration, type Scope } from "../zip/scope";

/** `qualified`: values may hold names with prefixes, as they do in XAML. */
interface Reading { readonly scope: Scope; readonly preserved: boolean; readonly qualified: boolean }

const xsiType = "{http://www.w3.org/2001/XMLSchema-instance}type";
const ignorable = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable";
const literalText = "{http://www.w3.org/1999/XSL/Transform}text";

const withUri = (name: string, uri: string | undefined): string => (uri === undefined || uri === "" ? name : `{${uri}}${name.slice(name.indexOf(":") + 1)}`);

/** A name without prefix has the default namespace when it is an element's, and none when it is an attribute's. */
const elementName = (name: string, scope: Scope): string => withUri(name, scope[declarationOf(name)]);
const attributeName = (name: string, scope: Scope): string => (name.includes(":") ? elementName(name, scope) : name);

const withoutPrefixes = (text: string, scope: Scope): string =>
  text.replace(/(?<![\w.:-])([A-Za-z_][\w.-]*):(?=[A-Za-z_])/g, (found, prefix: string) => (scope[`xmlns:${prefix}`] === undefined ? found : `{${scope[`xmlns:${prefix}`] ?? ""}}`));

function attributeValue(name: string, value: string, { scope, qualified }: Reading): string {
  if (name === ignorable) return value.split(/\s+/).map((prefix) => scope[`xmlns:${prefix}`] ?? prefix).sort().join(" ");
  return plainIds(qualified || name === xsiType ? withoutPrefixes(value, scope) : value);
}

/** White space alone is layout, where nothing says that it is to be preserved. */
function meant(children: readonly XmlNode[], preserved: boolean): readonly XmlNode[] {
  const isText = (child: XmlNode): boolean => !isElement(child) && (preserved || child.trim() !== "");
  return children.some(isText) ? children : children.filter(isElement);
}

/** Most elements share it: there may be millions. */
const noAttributes: Element["attributes"] = Object.freeze({});

function read(element: Element, outer: Reading): Element {
  if (isInstruction(element)) return element;
  const own = Object.keys(element.attributes).some(isDeclaration);
  const scope = own ? { ...outer.scope, ...declarations(element) } : outer.scope;
  const name = elementName(element.name, scope);
  const reading = { ...outer, scope, preserved: preserves(element, outer.preserved) };
  const attributes = Object.entries(element.attributes).filter(([key]) => !isDeclaration(key)).map(([key, value]) => {
    const full = attributeName(key, scope);
    return [full, attributeValue(full, value, reading)] as const;
  });
  const text = (child: string): string => plainIds(reading.qualified ? withoutPrefixes(child, scope) : child);
  return {
    name, attributes: attributes.length === 0 ? noAttributes : Object.fromEntries(attributes),
    children: element.children.length === 0 ? element.children : meant(element.children, reading.preserved || name === literalText).map((child) => (isElement(child) ? read(child, reading) : text(child))),
  };
}

/**
 * A document by what it means: `{uri}name` instead of prefixes and declarations, GUIDs in one spelling, and no white space but where
 * it counts (xml:space, xsl:text). `qualified` documents hold names with prefixes in their values too.
 */
export const meaning = (root: Element, qualified = false): Element => read(root, { scope: {}, preserved: false, qualified });
