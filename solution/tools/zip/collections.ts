import { childrenOf, type Element } from "../xml/element";
import { filledEntity } from "./entity";
import { type Folder, type PackageType, paths, xmlOf } from "./folder";

/** Where the components of one child of Customizations.xml lie, and how they are read. */
interface Collection {
  /** Files that go inline and therefore not into the zip as they are. */
  readonly inline: RegExp;
  readonly read: (folder: Folder, type: PackageType) => readonly Element[];
}

const roots = (inline: RegExp): Collection => ({ inline, read: (folder, type) => paths(folder, inline, type).map((path) => xmlOf(folder, path)) });

/** A file whose children are the components. */
const listed = (path: string): Collection => ({
  inline: new RegExp(`^${path}$`),
  read: (folder) => (folder.has(path) ? childrenOf(xmlOf(folder, path)) : []),
});

const entities: Collection = {
  inline: /^Entities\/[^/]+\/(Entity\.xml|RibbonDiff\.xml|FormXml\/.*|SavedQueries\/.*|Visualizations\/.*)$/,
  read: (folder, type) => paths(folder, /^Entities\/[^/]+\/Entity\.xml$/, type).map((path) => filledEntity(folder, type, path)),
};

/** Stubs name the relationships; the definitions lie in a file for each table pointed to. */
const relationships: Collection = {
  inline: /^Other\/Relationships(\.xml$|\/)/,
  read: (folder, type) => {
    const defined = paths(folder, /^Other\/Relationships\/[^/]+\.xml$/, type).flatMap((path) => childrenOf(xmlOf(folder, path)));
    const stubs = folder.has("Other/Relationships.xml") ? childrenOf(xmlOf(folder, "Other/Relationships.xml")) : [];
    const named = new Set(stubs.map((stub) => stub.attributes.Name));
    return defined.filter((definition) => named.has(definition.attributes.Name));
  },
};

const filesWithGuid = (folder: string): Collection => roots(new RegExp(`^${folder}/[^/]+\\.xml$`));

/** Child of the root of Customizations.xml -> its files. */
export const collections: Readonly<Record<string, Collection>> = {
  Entities: entities,
  Roles: roots(/^Roles\/[^/]+\.xml$/),
  Workflows: roots(/^Workflows\/.+\.data\.xml$/),
  FieldSecurityProfiles: listed("Other/FieldSecurityProfiles.xml"),
  EntityMaps: listed("Other/EntityMaps.xml"),
  EntityRelationships: relationships,
  optionsets: roots(/^OptionSets\/[^/]+\.xml$/),
  Dashboards: filesWithGuid("Dashboards"),
  InteractionCentricDashboards: filesWithGuid("InteractionCentricDashboards"),
  Dialogs: filesWithGuid("Dialogs"),
  WebResources: roots(/^WebResources\/.+\.data\.xml$/),
  CustomControls: roots(/^Controls\/[^/]+\/ControlManifest\.xml\.data\.xml$/),
  SolutionPluginAssemblies: roots(/^PluginAssemblies\/.+\.data\.xml$/),
  SdkMessageProcessingSteps: filesWithGuid("SdkMessageProcessingSteps"),
  AppModuleSiteMaps: roots(/^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap(_managed)?\.xml$/),
  AppModules: roots(/^AppModules\/[^/]+\/AppModule(_managed)?\.xml$/),
  EntityDataSources: filesWithGuid("EntityDataSources"),
};
