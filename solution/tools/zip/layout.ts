import { childrenOf, type Element, textOf } from "../xml/element";
import { aiModels } from "./ai-models";
import { fileBacked } from "./bodies";
import type { Collection } from "./collection";
import { connectors } from "./connectors";
import { entities } from "./entities";
import { identityOf } from "./identity";
import { literal, segmentOf } from "./place";
import { relationships } from "./relationships";
import { guidFiles, listFile, rootFiles } from "./root-files";
import { templates } from "./templates";

const named = (folder: string, name: string, file: string): string => (name === "" ? "" : `${folder}/${name}${file}`);
const child = (element: Element, name: string): string => textOf(childrenOf(element).find((one) => one.name.toLowerCase() === name));
const fallback = (folder: string, item: Element): string => named(folder, segmentOf(identityOf(item)), "");

/** Files of it are packed, but unpacking leaves it inline, as every packer takes it. */
const keptInline = (collection: Collection): Collection => ({ ...collection, write: () => null });

/** Reports/<language>/{id}/x.rdl; in the zip the name of the file holds the id. */
function reportPath(report: Element, target: string): string {
  const [language, id] = [child(report, "languagecode"), identityOf(report)];
  const file = (target.split("/").at(-1) ?? "").replace(new RegExp(`\\{?${literal(id)}\\}?`, "i"), "");
  return [language, id, file].includes("") ? target : `Reports/${segmentOf(language)}/{${segmentOf(id)}}/${file}`;
}

/** Every collection that the packer fills from files and writes back into files. Children of Customizations.xml that are not here stay inline. */
export const layout: readonly Collection[] = [
  entities,
  rootFiles({ marker: "Roles", items: ["Role"], folder: "Roles", inline: /^Roles\/[^/]+\.xml$/, pathOf: (role) => named("Roles", segmentOf(role.attributes.name ?? ""), ".xml") }),
  rootFiles({ marker: "optionsets", items: ["optionset"], folder: "OptionSets", inline: /^OptionSets\/[^/]+\.xml$/, pathOf: (set) => named("OptionSets", segmentOf(set.attributes.Name ?? ""), ".xml") }),
  guidFiles("Dashboards", "Dashboard"),
  guidFiles("InteractionCentricDashboards", "InteractionCentricDashboard"),
  guidFiles("Dialogs", "Dialog"),
  guidFiles("SdkMessageProcessingSteps", "SdkMessageProcessingStep"),
  guidFiles("EntityDataSources", "EntityDataSource"),
  rootFiles({
    marker: "AppModules", items: ["AppModule"], folder: "AppModules", inline: /^AppModules\/[^/]+\/AppModule(_managed)?\.xml$/,
    pathOf: (app) => named("AppModules", segmentOf(textOf(app, "UniqueName")), "/AppModule.xml"),
  }),
  rootFiles({
    marker: "AppModuleSiteMaps", items: ["AppModuleSiteMap"], folder: "AppModuleSiteMaps", inline: /^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap(_managed)?\.xml$/,
    pathOf: (map) => named("AppModuleSiteMaps", segmentOf(textOf(map, "SiteMapUniqueName")), "/AppModuleSiteMap.xml"),
  }),
  fileBacked({ marker: "Workflows", item: "Workflow", folder: "Workflows", bodyPath: (flow, target) => target || fallback("Workflows", flow) }),
  fileBacked({ marker: "WebResources", item: "WebResource", folder: "WebResources", bodyPath: (resource) => named("WebResources", textOf(resource, "Name"), "") }),
  fileBacked({ marker: "CustomControls", item: "CustomControl", folder: "Controls", bodyPath: (control, target) => target || fallback("Controls", control) }),
  fileBacked({ marker: "SolutionPluginAssemblies", item: "PluginAssembly", folder: "PluginAssemblies", bodyPath: (assembly, target) => target || fallback("PluginAssemblies", assembly) }),
  fileBacked({ marker: "Reports", item: "Report", folder: "Reports", bodyPath: reportPath }),
  fileBacked({ marker: "CanvasApps", item: "CanvasApp", folder: "CanvasApps", bodyPath: (app) => fallback("CanvasApps", app), ending: ".meta.xml" }),
  connectors,
  aiModels,
  listFile("Other/FieldSecurityProfiles.xml", "FieldSecurityProfiles"),
  listFile("Other/EntityMaps.xml", "EntityMaps"),
  keptInline(listFile("Other/SiteMap.xml", "SiteMap")),
  keptInline(listFile("Other/RibbonDiff.xml", "RibbonDiffXml")),
  relationships,
  templates,
];

export const collectionOf = (marker: string): Collection | undefined => layout.find((collection) => collection.marker === marker);
