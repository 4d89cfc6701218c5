import { type Element, isElement, type XmlNode } from "../xml/element";

function sameAttributes(left: Element["attributes"], right: Element["attributes"]): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && left[name] === right[name]);
}

/** Is it the same to the last text, in the same order? Most of two packages is: it needs no look for what differs, which takes much memory. */
export function isSame(left: XmlNode, right: XmlNode | undefined): boolean {
  if (right === undefined || !isElement(left) || !isElement(right)) return left === right;
  return left.name === right.name && sameAttributes(left.attributes, right.attributes) && areSame(left.children, right.children);
}

/** The same of lists. */
export const areSame = (left: readonly XmlNode[], right: readonly XmlNode[]): boolean => left.length === right.length && left.every((one, index) => isSame(one, right[index]));
