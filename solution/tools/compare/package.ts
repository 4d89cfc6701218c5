import { childrenOf, element, type Element, isElement, withChildren } from "../xml/element";
import { PackError } from "../fault";
import { faults } from "../zip/faults";
import { xmlIn } from "../zip/folder";
import { identityOf, plainIds } from "../zip/identity";
import { collectionOf } from "../zip/layout";
import { readZip } from "../zip/read";
import type { Difference } from "./difference";
import { meaning } from "./meaning";
import { partDifferences } from "./part";
import { whole, xmlDifferences } from "./xml";

/** A solution zip read for comparing. */
export interface Package { readonly customizations: Element; readonly solution: Element; readonly parts: ReadonlyMap<string, Uint8Array> }

const documents = ["customizations.xml", "solution.xml"];

/** Groups of one kind are one group, and a group without members is none: packers differ in that. */
function merged(parent: Element, group: string): Element {
  const kinds = [...new Set(childrenOf(parent, group).map((one) => one.attributes.type ?? ""))];
  const groups = kinds.map((type) => {
    const same = childrenOf(parent, group).filter((one) => (one.attributes.type ?? "") === type);
    return withChildren(same[0] ?? element(group), same.flatMap((one) => one.children));
  });
  return withChildren(parent, [...parent.children.filter((child) => !isElement(child) || child.name !== group), ...groups.filter((one) => one.children.length > 0)]);
}

const tableOf = (entity: Element): Element => withChildren(entity, entity.children.map((child) => {
  if (!isElement(child)) return child;
  return child.name === "FormXml" ? merged(child, "forms") : child.name === "SavedQueries" ? merged(child, "savedqueries") : child;
}));

/** Reads a zip for comparing. Throws PackError on one that cannot be read. */
export function readPackage(zip: Uint8Array): Package {
  const parts = readZip(zip);
  const root = (name: string): Element => {
    const content = parts.get(name);
    if (content === undefined) throw new PackError([faults.unreadable(name, "this part is missing")]);
    return meaning(xmlIn(name, content));
  };
  return { customizations: root("customizations.xml"), solution: root("solution.xml"), parts: new Map([...parts].filter(([name]) => !documents.includes(name)).map(([name, content]) => [plainIds(name), content])) };
}

/** Component label -> element, of one child of customizations.xml. Members without identity are told apart by their number. */
function components(root: Element, marker: string): ReadonlyMap<string, Element> {
  const members = childrenOf(root, marker).flatMap((child) => childrenOf(child));
  const count = new Map<string, number>();
  return new Map(members.map((member) => {
    const label = [member.name, identityOf(member)].filter((text) => text !== "").join(" ");
    const number = (count.get(label) ?? 0) + 1;
    count.set(label, number);
    return [number === 1 ? label : `${label}#${String(number)}`, member.name === "Entity" ? tableOf(member) : member] as const;
  }));
}

function inCollection(left: Element, right: Element, marker: string): readonly Difference[] {
  const [here, there] = [components(left, marker), components(right, marker)];
  return [...new Set([...here.keys(), ...there.keys()])]
    .flatMap((component) => xmlDifferences(here.get(component), there.get(component), whole).map((found) => ({ component, ...found })));
}

/** Documents rather than lists: their order means something. */
const ordered = ["SiteMap", "RibbonDiffXml"];

const isList = (marker: string): boolean => collectionOf(marker) !== undefined && !ordered.includes(marker);

/** A child of customizations.xml with what is compared as one: all of it, or of a list what is no component. */
function shell(root: Element, marker: string): Element {
  const group = childrenOf(root, marker);
  const content = group.flatMap((child) => child.children);
  return element(marker, { ...group[0]?.attributes }, isList(marker) ? content.filter((child) => !isElement(child)) : content);
}

/** Children of customizations.xml: those with components one by one, the others whole. A child that is missing is an empty one. */
function inCustomizations(left: Element, right: Element): readonly Difference[] {
  const names = [...new Set([...childrenOf(left), ...childrenOf(right)].map(({ name }) => name))];
  return names.flatMap((name) => [
    ...xmlDifferences(shell(left, name), shell(right, name), whole).map((found) => ({ component: name, ...found })),
    ...(isList(name) ? inCollection(left, right, name) : []),
  ]);
}

/** [Content_Types].xml names no component: that every part is typed is all it says, and packers say it differently. */
const isTypes = (name: string): boolean => name === "[Content_Types].xml";

/** What differs in meaning between two packages; empty = the same. */
export function packageDifferences(a: Package, b: Package): readonly Difference[] {
  const names = [...new Set([...a.parts.keys(), ...b.parts.keys()])].sort().filter((name) => !isTypes(name) || !a.parts.has(name) || !b.parts.has(name));
  return [
    ...xmlDifferences(a.solution, b.solution, whole).map((found) => ({ component: "solution.xml", ...found })),
    ...xmlDifferences(withChildren(a.customizations, []), withChildren(b.customizations, []), whole).map((found) => ({ component: "customizations.xml", ...found })),
    ...inCustomizations(a.customizations, b.customizations),
    ...names.flatMap((name) => partDifferences(name, a.parts.get(name), b.parts.get(name)).map((found) => ({ component: name, ...found }))),
  ];
}

/** The same of two zips. Throws PackError on a zip that cannot be read. */
export const comparePackages = (left: Uint8Array, right: Uint8Array): readonly Difference[] => packageDifferences(readPackage(left), readPackage(right));
