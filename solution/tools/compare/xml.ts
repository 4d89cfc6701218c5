import { childrenOf, type Element, grouped, isElement } from "../xml/element";
import { renderInline } from "../xml/render";
import { identityOf } from "../zip/identity";
import type { Found } from "./difference";

/** Lists whose order carries no meaning. */
const unordered = new Set([
  "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "EntityMaps", "EntityRelationships", "optionsets", "Reports", "Dashboards", "InteractionCentricDashboards", "Dialogs",
  "WebResources", "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModuleSiteMaps", "AppModules", "EntityDataSources", "CanvasApps",
  "connectionreferences", "attributes", "EntityKeys", "FormXml", "forms", "savedqueries", "Visualizations", "RolePrivileges", "RootComponents", "FieldPermissions", "EmailTemplates",
  "AppModuleComponents", "AppModuleRoleMaps", "LocalizedNames", "LocalizedCollectionNames", "Descriptions", "displaynames", "labels", "Titles", "PluginTypes", "controlDescriptions",
  "SdkMessageProcessingStepImages", "Languages", "MissingDependencies", "formLibraries", "AttributeMaps",
]);

/** Elements in which differently named children stand in an order: parameters of a ribbon's function, buttons. */
const sequences = new Set(["Actions", "Controls", "JavaScriptFunction", "CustomRule"]);

/** Where one is in the documents; `isSequence` = the order of all children means something here and below. */
export interface Spot { readonly path: string; readonly isSequence: boolean }

/** The root of a document of the solution. */
export const whole: Spot = { path: "", isSequence: false };

interface Named { readonly key: string; readonly name: string; readonly element: Element }

/** Attributes in one order, so that equal elements are equal texts. */
const canonical = (element: Element): Element => ({
  ...element, attributes: Object.fromEntries(Object.entries(element.attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
  children: element.children.map((child) => (isElement(child) ? canonical(child) : child)),
});

/** Members of a list without order and id are what they hold. */
const isContent = (element: Element): boolean => childrenOf(element).length === 0 || element.name === "MissingDependency";

/** "{uri}Name" -> "Name" */
const local = (name: string): string => name.replace(/^\{[^}]*\}/, "");

/** Children with names that find each other on the other side: by identity, or else by their number among their like. */
function named(parent: Element, { isSequence }: Spot): readonly Named[] {
  const count = new Map<string, number>();
  const isList = !isSequence && unordered.has(parent.name);
  return childrenOf(parent).map((element) => {
    const id = identityOf(element) || (isList && isContent(element) ? renderInline(canonical(element)) : "");
    const base = id === "" ? element.name : `${element.name}[${id}]`;
    const number = (count.get(base) ?? 0) + 1;
    count.set(base, number);
    return { key: number === 1 ? base : `${base}#${String(number)}`, name: element.name, element };
  });
}

const below = (path: string, key: string): string => (path === "" ? local(key) : `${path}/${local(key)}`);
const isMixed = (element: Element): boolean => element.children.some((child) => !isElement(child));
const textsOf = (element: Element): string => element.children.map((child) => (isElement(child) ? renderInline(canonical(child)) : child)).join("");

function attributes(left: Element, right: Element, path: string): readonly Found[] {
  const names = [...new Set([...Object.keys(left.attributes), ...Object.keys(right.attributes)])].sort();
  const value = (element: Element, name: string): string | null => element.attributes[name] ?? null;
  return names.map((name) => ({ path: below(path, `@${local(name)}`), left: value(left, name), right: value(right, name) })).filter((found) => found.left !== found.right);
}

/** The same members in another order, where order means something: among children of one name, and in a sequence among all. */
function order(left: readonly Named[], right: readonly Named[], { path, isSequence }: Spot): readonly Found[] {
  const [ours, theirs] = [left, right].map((side) => new Set(side.map(({ key }) => key)));
  const keys = (other: ReadonlySet<string> | undefined, side: readonly Named[] = []): string => side.filter((one) => other?.has(one.key)).map(({ key }) => local(key)).join(", ");
  const told = (what: string, here?: readonly Named[], there?: readonly Named[]): Found => ({ path: below(path, `order of ${what}`), left: keys(theirs, here), right: keys(ours, there) });
  const differs = (found: Found): boolean => found.left !== found.right;
  const [leftBy, rightBy] = [grouped(left, ({ name }) => name), grouped(right, ({ name }) => name)];
  const ofOneName = [...leftBy].map(([name, here]) => told(local(name), here, rightBy.get(name))).filter(differs);
  return ofOneName.length > 0 || !isSequence ? ofOneName : [told("children", left, right)].filter(differs);
}

function children(left: Element, right: Element, spot: Spot): readonly Found[] {
  const here = { ...spot, isSequence: spot.isSequence || sequences.has(left.name) };
  const [ours, theirs] = [named(left, spot), named(right, spot)];
  const [leftBy, rightBy] = [new Map(ours.map((one) => [one.key, one.element])), new Map(theirs.map((one) => [one.key, one.element]))];
  const inner = [...new Set([...leftBy.keys(), ...rightBy.keys()])].flatMap((key) => xmlDifferences(leftBy.get(key), rightBy.get(key), { ...spot, path: below(spot.path, key) }));
  return [...inner, ...(!spot.isSequence && unordered.has(left.name) ? [] : order(ours, theirs, here))];
}

/** What differs in meaning between two elements; the order of lists that have none does not. Both are as `meaning` gives them. */
export function xmlDifferences(left: Element | undefined, right: Element | undefined, spot: Spot): readonly Found[] {
  if (left === undefined || right === undefined || left.name !== right.name) {
    const told = (side: Element | undefined): string | null => (side === undefined ? null : renderInline(side));
    return left === right ? [] : [{ path: spot.path, left: told(left), right: told(right) }];
  }
  const own = attributes(left, right, spot.path);
  if (!isMixed(left) && !isMixed(right)) return [...own, ...children(left, right, spot)];
  const [a, b] = [textsOf(left), textsOf(right)];
  return a === b ? own : [...own, { path: spot.path, left: a, right: b }];
}
