import { childOf, childrenOf, descendants, type Element, textOf } from "../xml/element";
import { type Folder, paths, xmlOf } from "../zip/folder";

export interface Located { readonly path: string; readonly root: Element }

export interface TableFiles {
  readonly name: string;
  readonly path: string;
  readonly entity: Element;
  readonly setName: string;
  /** Logical name -> attribute. */
  readonly columns: ReadonlyMap<string, Element>;
  readonly forms: readonly Located[];
  readonly views: readonly Located[];
}

/** A package folder, parsed once for all rules. */
export interface Contents {
  readonly folder: Folder;
  readonly tables: ReadonlyMap<string, TableFiles>;
  readonly relationships: readonly Element[];
  readonly choices: readonly Located[];
  readonly roles: readonly Located[];
  readonly flows: readonly Located[];
  readonly webResources: readonly Located[];
  readonly controls: readonly Located[];
  readonly assemblies: readonly Located[];
  readonly steps: readonly Located[];
  readonly apps: readonly Located[];
  readonly siteMaps: readonly Located[];
  readonly customizations: Element;
  readonly manifest: Element;
}

function tableFiles(folder: Folder, path: string): TableFiles {
  const entity = xmlOf(folder, path);
  const base = path.slice(0, -"Entity.xml".length);
  const below = (sub: string): readonly Located[] => [...folder.keys()].filter((file) => file.startsWith(base + sub)).map((file) => ({ path: file, root: xmlOf(folder, file) }));
  const attributes = descendants(entity, "attribute").filter((attribute) => "PhysicalName" in attribute.attributes);
  return {
    name: textOf(entity, "Name"), path, entity, setName: textOf(descendants(entity, "EntitySetName")[0]),
    columns: new Map(attributes.map((attribute) => [textOf(attribute, "LogicalName"), attribute])),
    forms: below("FormXml/"), views: below("SavedQueries/"),
  };
}

/** Parses a package folder; throws DULY-PACK-007/008 on a missing or malformed file. */
export function readContents(folder: Folder): Contents {
  const located = (pattern: RegExp): readonly Located[] => paths(folder, pattern, "unmanaged").map((path) => ({ path, root: xmlOf(folder, path) }));
  const tables = paths(folder, /^Entities\/[^/]+\/Entity\.xml$/, "unmanaged").map((path) => tableFiles(folder, path));
  return {
    folder, tables: new Map(tables.map((table) => [table.name, table])),
    relationships: located(/^Other\/Relationships\/[^/]+\.xml$/).flatMap(({ root }) => childrenOf(root)),
    choices: located(/^OptionSets\/[^/]+\.xml$/), roles: located(/^Roles\/[^/]+\.xml$/), flows: located(/^Workflows\/.+\.data\.xml$/),
    webResources: located(/^WebResources\/.+\.data\.xml$/), controls: located(/^Controls\/.+\.data\.xml$/),
    assemblies: located(/^PluginAssemblies\/.+\.data\.xml$/),
    steps: located(/^SdkMessageProcessingSteps\/[^/]+\.xml$/),
    apps: located(/^AppModules\/.+\.xml$/), siteMaps: located(/^AppModuleSiteMaps\/.+\.xml$/),
    customizations: xmlOf(folder, "Other/Customizations.xml"),
    manifest: childOf(xmlOf(folder, "Other/Solution.xml"), "SolutionManifest") ?? { name: "SolutionManifest", attributes: {}, children: [] },
  };
}
