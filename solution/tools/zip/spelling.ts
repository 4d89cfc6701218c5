import { refuse } from "../fault";
import { faults } from "./faults";
import type { Folder } from "./folder";

/** Folders of the first level that the packer knows. */
const folders = [
  "Other", "Entities", "Roles", "OptionSets", "Dashboards", "InteractionCentricDashboards", "Dialogs", "SdkMessageProcessingSteps", "EntityDataSources", "AppModules", "AppModuleSiteMaps",
  "Workflows", "WebResources", "Controls", "PluginAssemblies", "Reports", "CanvasApps", "Connectors", "AIModels", "Templates", "Resources",
];

/** Names further down, by the folder of the first level and how deep they lie: 1 = in it, 2 = in a folder of it. */
const inner: Readonly<Record<string, Readonly<Record<number, readonly string[]>>>> = {
  Other: { 1: ["Customizations.xml", "Solution.xml", "Relationships.xml", "Relationships", "FieldSecurityProfiles.xml", "EntityMaps.xml", "SiteMap.xml", "SiteMap_managed.xml", "RibbonDiff.xml"] },
  Entities: { 2: ["Entity.xml", "RibbonDiff.xml", "RibbonDiff_managed.xml", "FormXml", "SavedQueries", "Visualizations", "Formulas"] },
  AppModules: { 2: ["AppModule.xml", "AppModule_managed.xml"] },
  AppModuleSiteMaps: { 2: ["AppModuleSiteMap.xml", "AppModuleSiteMap_managed.xml"] },
  Controls: { 2: ["ControlManifest.xml", "ControlManifest.xml.data.xml"] },
  CanvasApps: { 1: ["src"] },
  Templates: { 1: ["EmailDocuments", "EmailTemplates.xml", "ArticleTemplates.xml", "ContractTemplates.xml", "KBArticleTemplates.xml", "MailMergeTemplates.xml"] },
};

/** Folders whose files end in ".xml", but for the bodies of components. */
const documents = /^(Other|Entities|Roles|OptionSets|Dashboards|InteractionCentricDashboards|Dialogs|SdkMessageProcessingSteps|EntityDataSources|AppModules|AppModuleSiteMaps)\//;

const like = (names: readonly string[], name: string): string => names.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;

/** The ending by which a definition is known. */
function ending(path: string): string {
  const known = documents.test(path) ? /(_managed)?\.xml$/i : /(\.data|\.meta)\.xml$/i;
  return path.replace(known, (found) => found.toLowerCase());
}

/** The path as the platform's packer writes it; a folder that is not known keeps its spelling. */
export function usualPath(path: string): string {
  const [first = "", ...more] = path.split("/");
  const folder = more.length === 0 ? first : like(folders, first);
  if (!folders.includes(folder)) return path;
  return ending([folder, ...more.map((name, index) => like(inner[folder]?.[index + 1] ?? [], name))].join("/"));
}

/** "entities/a/b" -> "Entities/a/b": the first part that is spelled otherwise, and how it is meant. */
function told(from: string, to: string): string {
  const [was, is] = [from.split("/"), to.split("/")];
  const length = was.findIndex((name, index) => name !== is[index]) + 1;
  return `${was.slice(0, length).join("/")} was taken for ${is.slice(0, length).join("/")}: the platform's packer makes no difference between small and capital letters.`;
}

/** Bodies that are cased otherwise than the definition beside them, by the name that the definition has for them. */
function bodies(paths: readonly string[]): ReadonlyMap<string, string> {
  const [present, byCase] = [new Set(paths), new Map(paths.map((path) => [path.toLowerCase(), path]))];
  const wanted = paths.filter((path) => path.endsWith(".data.xml")).map((path) => path.slice(0, -".data.xml".length)).filter((body) => !present.has(body));
  return new Map(wanted.flatMap((body) => { const found = byCase.get(body.toLowerCase()); return found === undefined ? [] : [[found, body] as const]; }));
}

/** The folder with known names in their usual case, and what to tell about it. Throws DULY-PACK-019 for two files that are one to a packer on Windows. */
export function spelled(folder: Folder): { readonly folder: Folder; readonly notices: readonly string[] } {
  const usual = new Map([...folder.keys()].map((path) => [path, usualPath(path)]));
  const byBody = bodies([...usual.values()]);
  const meant = new Map([...usual].map(([path, known]) => [path, byBody.get(known) ?? known]));
  const first = new Map<string, string>();
  refuse([...meant].flatMap(([path, known]) => {
    const other = first.get(known);
    first.set(known, other ?? path);
    return other === undefined ? [] : [faults.name(path, `it differs from ${other} in case only, and both are one file to the platform's packer`, "Delete one of them.")];
  }));
  return {
    folder: new Map([...folder].map(([path, content]) => [meant.get(path) ?? path, content])),
    notices: [...new Set([...meant].filter(([path, known]) => path !== known).map(([path, known]) => told(path, known)))],
  };
}
