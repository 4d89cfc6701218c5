import type { Fault } from "../fault";
import { childrenOf, type Element, isInstruction } from "../xml/element";
import type { Component } from "./collection";
import { at, faults } from "./faults";
import { customizationsFile } from "./folder";
import { layout } from "./layout";

/** Children of customizations.xml in the order of genuine exports. */
export const collectionOrder: readonly string[] = [
  "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityImageConfigs", "AttributeImageConfigs", "RibbonDiffXml", "SiteMap", "EntityMaps", "EntityRelationships", "OrganizationSettings",
  "optionsets", "Reports", "Dashboards", "InteractionCentricDashboards", "Dialogs", "WebResources", "CustomControls", "SolutionPluginAssemblies", "SdkMessageProcessingSteps", "ServiceEndpoints",
  "AppModuleSiteMaps", "AppModules", "EntityDataProviders", "EntityDataSources", "CanvasApps", "Connectors", "AIModels", "connectionreferences", "Languages", "StoredProcedures",
];

/** Rows that join two tables stand between, under the name of their table. */
export const isJoin = (name: string): boolean => /^[a-z]+(_[a-z]+)+$/.test(name);

/** Collection -> the one kind of component that it holds; the others are documents, or hold several. */
const members: ReadonlyMap<string, string> = new Map(Object.entries({
  Entities: "Entity", Roles: "Role", Workflows: "Workflow", FieldSecurityProfiles: "FieldSecurityProfile", EntityMaps: "EntityMap", EntityRelationships: "EntityRelationship", optionsets: "optionset",
  Reports: "Report", Dashboards: "Dashboard", InteractionCentricDashboards: "InteractionCentricDashboard", Dialogs: "Dialog", WebResources: "WebResource", CustomControls: "CustomControl",
  SolutionPluginAssemblies: "PluginAssembly", SdkMessageProcessingSteps: "SdkMessageProcessingStep", AppModuleSiteMaps: "AppModuleSiteMap", AppModules: "AppModule", EntityDataSources: "EntityDataSource",
  CanvasApps: "CanvasApp", Connectors: "Connector", AIModels: "AIModel", connectionreferences: "connectionreference", Languages: "Language",
}));

const known = new Set(collectionOrder);

const isStrange = (list: string, { name }: Element): boolean => members.has(list) && members.get(list) !== name;

/** Lists that no importer is known to read, and members of another kind than their list's, with their files. */
function strangers(root: Element, read: readonly Component[]): readonly Component[] {
  const lists = childrenOf(root);
  const inline = [...lists.filter(({ name }) => !known.has(name) && !isJoin(name)), ...lists.flatMap((list) => childrenOf(list).filter((member) => isStrange(list.name, member)))];
  const markerOf = (file: string): string => layout.find(({ owns }) => owns.test(file))?.marker ?? "";
  return [...inline.map((element) => ({ path: customizationsFile, element })), ...read.filter(({ path, element }) => isStrange(markerOf(path), element))];
}

/** What to tell about kinds that are not known: they are packed as they stand. The first of each name stands for all of it. */
export function strangeKinds(root: Element, read: readonly Component[]): readonly Fault[] {
  const seen = new Set<string>();
  return strangers(root, read).flatMap(({ path, element }) => {
    if (isInstruction(element) || seen.has(element.name)) return [];
    seen.add(element.name);
    return [at(element, faults.strange(path, element.name))];
  });
}
