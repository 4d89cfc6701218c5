import type { Fault } from "../fault";
import { childrenOf, descendants, type Element, textOf } from "../xml/element";
import type { Component } from "./collection";
import { faults } from "./faults";
import { customizationsFile, solutionFile } from "./folder";
import { identityOf, plainId } from "./identity";

/** Component -> its type among the root components, and how else than by its identity a root may name it: "@name" an attribute, "name" a child. */
const types: ReadonlyMap<string, readonly [type: string, other?: string]> = new Map(Object.entries({
  Entity: ["1"], optionset: ["9"], Role: ["20"], Workflow: ["29"], WebResource: ["61", "Name"], AppModuleSiteMap: ["62"], CustomControl: ["66"],
  FieldSecurityProfile: ["70"], AppModule: ["80"], PluginAssembly: ["91", "@FullName"], SdkMessageProcessingStep: ["92"], CanvasApp: ["300"],
}));

/** Exports hold roots of other types without a component. */
const never = ["62", "92"];
const known = new Set([...types.values()].map(([type]) => type).filter((type) => !never.includes(type)));

const keyOf = (type: string, name: string): string => `${type} ${plainId(name)}`.toLowerCase();

/** The keys under which a root may name the component; none when its kind is never a root. */
function keysOf(component: Element): readonly string[] {
  const [type, other] = types.get(component.name) ?? [];
  if (type === undefined) return [];
  const second = other === undefined ? "" : other.startsWith("@") ? component.attributes[other.slice(1)] ?? "" : textOf(component, other);
  return [identityOf(component), second].filter((name) => name !== "").map((name) => keyOf(type, name));
}

const keysOfRoot = ({ attributes: { type = "", schemaName, id } }: Element): readonly string[] => [schemaName, id].flatMap((name) => (name === undefined ? [] : [keyOf(type, name)]));

/** What a packer should say about root components of Solution.xml and components that do not find each other (packaging §3.10, §15.1). */
export function rootNotices(solution: Element, customizations: Element, read: readonly Component[]): readonly Fault[] {
  const roots = descendants(solution, "RootComponent");
  const components = childrenOf(customizations).flatMap((child) => childrenOf(child)).filter((component) => keysOf(component).length > 0);
  const declared = new Set(roots.flatMap(keysOfRoot));
  const there = new Set(components.flatMap(keysOf));
  const files = new Map(read.flatMap(({ path, element }) => keysOf(element).map((key) => [key, path] as const)));
  const pathOf = (key = ""): string => files.get(key) ?? customizationsFile;
  return [
    ...components.filter((component) => !keysOf(component).some((key) => declared.has(key)))
      .map((component) => faults.rootless(pathOf(keysOf(component)[0]), `${component.name} ${identityOf(component)}`, types.get(component.name)?.[0] ?? "")),
    ...roots.filter((root) => known.has(root.attributes.type ?? "") && !keysOfRoot(root).some((key) => there.has(key)))
      .map(({ attributes: { type = "", schemaName, id = "" } }) => faults.loneRoot(solutionFile, type, schemaName ?? id)),
  ];
}
