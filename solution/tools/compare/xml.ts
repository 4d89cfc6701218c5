import { childrenOf, type Element, isElement } from "../xml/element";
import { renderInline } from "../xml/render";
import { identityOf, plainId } from "../zip/identity";
import type { Found } from "./difference";

/** Lists whose order carries no meaning. */
const unordered = new Set([
  "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "EntityMaps", "EntityRelationships", "optionsets", "Reports", "Dashboards", "InteractionCentricDashboards", "Dialogs",
  "WebResources", "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "AppModuleSiteMaps", "AppModules", "EntityDataSources", "CanvasApps",
  "connectionreferences", "attributes", "EntityKeys", "FormXml", "forms", "savedqueries", "Visualizations", "RolePrivileges", "RootComponents", "FieldPermissions", "EmailTemplates",
  "AppModuleComponents", "AppModuleRoleMaps", "LocalizedNames", "LocalizedCollectionNames", "Descriptions", "displaynames", "labels", "Titles", "PluginTypes", "controlDescriptions",
  "SdkMessageProcessingStepImages", "Languages", "MissingDependencies", "formLibraries",
]);

interface Named { readonly key: string; readonly name: string; readonly element: Element }

/** Children with names that find each other on the other side: by identity, or else by their number among their like. */
function named(parent: Element): readonly Named[] {
  const count = new Map<string, number>();
  return childrenOf(parent).map((element) => {
    const id = identityOf(element) || (unordered.has(parent.name) && childrenOf(element).length === 0 ? renderInline(element) : "");
    const base = id === "" ? element.name : `${element.name}[${id}]`;
    const number = (count.get(base) ?? 0) + 1;
    count.set(base, number);
    return { key: number === 1 ? base : `${base}#${String(number)}`, name: element.name, element };
  });
}

const below = (path: string, key: string): string => (path === "" ? key : `${path}/${key}`);
/** Blank text is layout. */
const isMixed = (element: Element): boolean => element.children.some((child) => !isElement(child) && child.trim() !== "");
const textsOf = (element: Element): string => plainId(element.children.map((child) => (isElement(child) ? renderInline(child) : child)).join(""));

function attributes(left: Element, right: Element, path: string): readonly Found[] {
  const names = [...new Set([...Object.keys(left.attributes), ...Object.keys(right.attributes)])].sort();
  const value = (element: Element, name: string): string | null => element.attributes[name] ?? null;
  const same = (a: string | null, b: string | null): boolean => a === b || (a !== null && b !== null && plainId(a) === plainId(b));
  return names.filter((name) => !same(value(left, name), value(right, name))).map((name) => ({ path: below(path, `@${name}`), left: value(left, name), right: value(right, name) }));
}

/** The same members in another order, where order means something: only among children of one name. */
function order(left: readonly Named[], right: readonly Named[], path: string): readonly Found[] {
  const keys = (side: readonly Named[], other: readonly Named[], name: string): string =>
    side.filter((one) => one.name === name && other.some(({ key }) => key === one.key)).map(({ key }) => key).join(", ");
  return [...new Set(left.map(({ name }) => name))].map((name) => ({ path: below(path, `order of ${name}`), left: keys(left, right, name), right: keys(right, left, name) }))
    .filter((found) => found.left !== found.right);
}

function children(left: Element, right: Element, path: string): readonly Found[] {
  const [here, there] = [named(left), named(right)];
  const [leftBy, rightBy] = [new Map(here.map((one) => [one.key, one.element])), new Map(there.map((one) => [one.key, one.element]))];
  const inner = [...new Set([...leftBy.keys(), ...rightBy.keys()])].flatMap((key) => xmlDifferences(leftBy.get(key), rightBy.get(key), below(path, key)));
  return [...inner, ...(unordered.has(left.name) ? [] : order(here, there, path))];
}

/** What differs in meaning between two elements of one name; layout, namespace prefixes, case of GUIDs and the order of unordered lists do not. */
export function xmlDifferences(left: Element | undefined, right: Element | undefined, path: string): readonly Found[] {
  if (left === undefined || right === undefined) return [{ path, left: left === undefined ? null : renderInline(left), right: right === undefined ? null : renderInline(right) }];
  const own = attributes(left, right, path);
  if (!isMixed(left) && !isMixed(right)) return [...own, ...children(left, right, path)];
  const [a, b] = [textsOf(left), textsOf(right)];
  return a === b ? own : [...own, { path, left: a, right: b }];
}
