import { childOf, childrenOf, descendants, type Element, textOf } from "../xml/element";
import { type Folder, xmlOf } from "../zip/folder";
import type { Place } from "./finding";

/** A component of the package with its element. */
export interface Located extends Place { readonly root: Element }

export interface TableContents extends Located {
  readonly name: string;
  readonly setName: string;
  readonly owned: boolean;
  /** Logical name -> attribute. */
  readonly columns: ReadonlyMap<string, Element>;
  readonly forms: readonly Located[];
  readonly views: readonly Located[];
  readonly charts: readonly Located[];
}

/** An opened package: entry name -> bytes, parsed once for all rules. */
export interface Contents {
  readonly entries: Folder;
  readonly tables: ReadonlyMap<string, TableContents>;
  readonly relationships: readonly Located[];
  readonly choices: readonly Located[];
  readonly roles: readonly Located[];
  readonly profiles: readonly Located[];
  readonly flows: readonly Located[];
  readonly dashboards: readonly Located[];
  readonly webResources: readonly Located[];
  readonly controls: readonly Located[];
  readonly assemblies: readonly Located[];
  readonly steps: readonly Located[];
  readonly apps: readonly Located[];
  readonly siteMaps: readonly Located[];
  readonly connections: readonly Located[];
  readonly variables: readonly Located[];
  readonly apis: readonly Located[];
  readonly customizations: Element;
  readonly manifest: Element;
  /** "duly_" */
  readonly prefix: string;
}

const inFile = "customizations.xml";

export const unbraced = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

/** English name of a view, form or the like. */
const nameOf = (root: Element): string => childrenOf(childOf(root, "LocalizedNames") ?? root, "LocalizedName")[0]?.attributes.description ?? "";

function tableContents(root: Element): TableContents {
  const name = textOf(root, "Name");
  const path = `${inFile}/Entities/${name}`;
  const below = (group: string, [kind, element, id]: readonly [string, string, string]): readonly Located[] => childrenOf(root, group)
    .flatMap((parts) => descendants(parts, element))
    .map((part) => ({ component: `${kind} ${nameOf(part)} of ${name}`, path: `${path}/${textOf(part, id)}`, root: part }));
  const attributes = childrenOf(childOf(descendants(root, "entity")[0] ?? root, "attributes") ?? root, "attribute");
  return {
    name, component: `table ${name}`, path, root, setName: textOf(descendants(root, "EntitySetName")[0]), owned: textOf(descendants(root, "OwnershipTypeMask")[0]) === "UserOwned",
    columns: new Map(attributes.map((attribute) => [textOf(attribute, "LogicalName"), attribute])),
    forms: below("FormXml", ["form", "systemform", "formid"]),
    views: below("SavedQueries", ["view", "savedquery", "savedqueryid"]),
    charts: below("Visualizations", ["chart", "visualization", "savedqueryvisualizationid"]),
  };
}

/** The sharded parts whose path matches; each goes by its unique name. */
const sharded = (entries: Folder, pattern: RegExp, kind: string, attribute: string): readonly Located[] =>
  [...entries.keys()].filter((path) => pattern.test(path)).sort().map((path) => {
    const root = xmlOf(entries, path);
    return { component: `${kind} ${root.attributes[attribute] ?? ""}`, path, root };
  });

/** Reads an opened package; throws DULY-PACK-007/008 on a missing or malformed file. */
export function readContents(entries: Folder): Contents {
  const customizations = xmlOf(entries, inFile);
  const manifest = childOf(xmlOf(entries, "solution.xml"), "SolutionManifest") ?? { name: "SolutionManifest", attributes: {}, children: [] };
  const all = (collection: string, kind: string, key: (root: Element) => string): readonly Located[] =>
    childrenOf(customizations, collection).flatMap((group) => childrenOf(group))
      .map((root) => ({ component: `${kind} ${key(root)}`, path: `${inFile}/${collection}/${key(root)}`, root }));
  const tables = childrenOf(customizations, "Entities").flatMap((group) => childrenOf(group, "Entity")).map(tableContents);
  return {
    entries, customizations, manifest, tables: new Map(tables.map((table) => [table.name, table])),
    prefix: `${textOf(childOf(manifest, "Publisher"), "CustomizationPrefix")}_`,
    relationships: all("EntityRelationships", "relationship", (root) => root.attributes.Name ?? ""),
    choices: all("optionsets", "choice", (root) => root.attributes.Name ?? ""),
    roles: all("Roles", "role", (root) => root.attributes.name ?? ""),
    profiles: all("FieldSecurityProfiles", "field security profile", (root) => root.attributes.name ?? ""),
    flows: all("Workflows", "flow", (root) => root.attributes.Name ?? ""),
    dashboards: all("Dashboards", "dashboard", nameOf),
    webResources: all("WebResources", "web resource", (root) => textOf(root, "Name")),
    controls: all("CustomControls", "control", (root) => textOf(root, "Name")),
    assemblies: all("SolutionPluginAssemblies", "assembly", (root) => root.attributes.FullName ?? ""),
    steps: all("SdkMessageProcessingSteps", "step", (root) => root.attributes.Name ?? ""),
    apps: all("AppModules", "app", (root) => textOf(root, "UniqueName")),
    siteMaps: all("AppModuleSiteMaps", "site map", (root) => textOf(root, "SiteMapUniqueName")),
    connections: all("connectionreferences", "connection reference", (root) => root.attributes.connectionreferencelogicalname ?? ""),
    variables: sharded(entries, /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/, "environment variable", "schemaname"),
    apis: sharded(entries, /^customapis\/[^/]+\/customapi\.xml$/, "custom API", "uniquename"),
  };
}

/** The file that a component names; undefined when it is not in the package, which the rule about parts tells. */
export const fileOf = ({ entries }: Contents, { root }: Located): Uint8Array | undefined => entries.get(textOf(root, "FileName").replace(/^\//, ""));

/** File of a web resource; undefined when the package has none of that name. */
export function webResourceFile(contents: Contents, name: string): Uint8Array | undefined {
  const resource = contents.webResources.find(({ root }) => textOf(root, "Name") === name);
  return resource === undefined ? undefined : fileOf(contents, resource);
}

/** A control's own manifest; undefined when it is not in the package. */
export function controlManifest(contents: Contents, { root }: Located): Element | undefined {
  const path = textOf(root, "FileName").replace(/^\//, "");
  return contents.entries.has(path) ? xmlOf(contents.entries, path) : undefined;
}

/** Request parameters, or response properties, of a custom API. */
export const parametersOf = (contents: Contents, api: Located, kind: "request" | "response"): readonly Located[] => {
  const name = kind === "request" ? "customapirequestparameter" : "customapiresponseproperty";
  const below = `${api.path.slice(0, -"customapi.xml".length)}${kind === "request" ? "customapirequestparameters" : "customapiresponseproperties"}/`;
  return [...contents.entries.keys()].filter((path) => path.startsWith(below) && path.endsWith(`/${name}.xml`)).sort().map((path) => {
    const root = xmlOf(contents.entries, path);
    return { component: `${kind} parameter ${root.attributes.uniquename ?? ""} of ${api.root.attributes.uniquename ?? ""}`, path, root };
  });
};

/** The package as a whole. */
export const whole: Place = { component: "package", path: "solution.xml" };
