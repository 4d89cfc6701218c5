import { childrenByName, childrenOf, element, type Element, grouped, isElement, withChildren } from "../xml/element";
import { PackError } from "../fault";
import { faults } from "../zip/faults";
import { xmlIn } from "../zip/folder";
import { identityOf, plainIds } from "../zip/identity";
import { collectionOf } from "../zip/layout";
import { readZip } from "../zip/read";
import type { Difference } from "./difference";
import { meaning } from "./meaning";
import { partDifferences } from "./part";
import { areSame } from "./same";
import { whole, xmlDifferences } from "./xml";

/** A solution zip read for comparing. */
export interface Package { readonly customizations: Element; readonly solution: Element; readonly parts: ReadonlyMap<string, Uint8Array> }

const documents = ["customizations.xml", "solution.xml"];

/** Groups of one kind are one group, and a group without members is none: packers differ in that. */
function merged(parent: Element, group: string): Element {
  const kinds = grouped(childrenOf(parent, group), (one) => one.attributes.type ?? "");
  const groups = [...kinds.values()].map((same) => withChildren(same[0] ?? element(group), same.flatMap((one) => one.children)));
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

/** Component label -> element, of the children of customizations.xml that have one name. Members without identity are told apart by their number. */
function components(lists: readonly Element[]): ReadonlyMap<string, Element> {
  const members = lists.flatMap((child) => childrenOf(child));
  const count = new Map<string, number>();
  return new Map(members.map((member) => {
    const label = [member.name, identityOf(member)].filter((text) => text !== "").join(" ");
    const number = (count.get(label) ?? 0) + 1;
    count.set(label, number);
    return [number === 1 ? label : `${label}#${String(number)}`, member.name === "Entity" ? tableOf(member) : member] as const;
  }));
}

function inCollection(left: readonly Element[], right: readonly Element[]): readonly Difference[] {
  const [here, there] = [components(left), components(right)];
  return [...new Set([...here.keys(), ...there.keys()])]
    .flatMap((component) => xmlDifferences(here.get(component), there.get(component), whole).map((found) => ({ component, ...found })));
}

/** Documents rather than lists: their order means something. */
const ordered = ["SiteMap", "RibbonDiffXml"];

const isList = (marker: string): boolean => collectionOf(marker) !== undefined && !ordered.includes(marker);

/** A child of customizations.xml (or several of its name) with what is compared as one: all of it, or of a list what is no component. */
function shell(group: readonly Element[], marker: string): Element {
  const content = group.flatMap((child) => child.children);
  return element(marker, { ...group[0]?.attributes }, isList(marker) ? content.filter((child) => !isElement(child)) : content);
}

/** Children of customizations.xml: those with components one by one, the others whole. A child that is missing is an empty one. */
function inCustomizations(left: Element, right: Element): readonly Difference[] {
  const [ours, theirs] = [childrenByName(left), childrenByName(right)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name) => {
    const [here, there] = [ours.get(name) ?? [], theirs.get(name) ?? []];
    return areSame(here, there) ? [] : [
      ...xmlDifferences(shell(here, name), shell(there, name), whole).map((found) => ({ component: name, ...found })),
      ...(isList(name) ? inCollection(here, there) : []),
    ];
  });
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
