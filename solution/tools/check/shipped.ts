import { descendants, type Element, textOf } from "../xml/element";
import { type Contents, type Located, parametersOf, unbraced } from "./contents";

/** Kind of component -> its id (a GUID, or the name that the platform knows it by) -> what stands for it: its name, or what of it may never change. */
export type Lock = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Entry = readonly [id: string, says: string];

const english = (root: Element): string => descendants(root, "LocalizedName")[0]?.attributes.description ?? "";
const guid = (element: string) => ({ root }: Located): Entry => [unbraced(textOf(root, element)), english(root)];
const label = (option: Element): string => descendants(option, "label")[0]?.attributes.description ?? "";

const tablesOf = (contents: Contents): Readonly<Record<string, readonly Entry[]>> => {
  const tables = [...contents.tables.values()];
  const reasons = (root: Element): readonly Element[] => descendants(root, "status").filter((reason) => reason.attributes.state !== undefined);
  const named = (kind: "forms" | "views" | "charts", element: string): readonly Entry[] => tables.flatMap((table) => table[kind].map((part): Entry => {
    const [id, name] = guid(element)(part);
    return [id, `${table.name}: ${name}`];
  }));
  return {
    table: tables.map(({ name, setName }) => [name, setName]),
    column: tables.flatMap((table) => [...table.columns].map(([name, attribute]): Entry => [`${table.name}.${name}`, textOf(attribute, "Type")])),
    "status reason": tables.flatMap((table) => reasons(table.root).map((reason): Entry => [`${table.name} ${String(reason.attributes.value)}`, label(reason)])),
    key: tables.flatMap((table) => descendants(table.root, "EntityKey").map((key): Entry => [textOf(key, "LogicalName"), descendants(key, "AttributeName").map((name) => textOf(name)).join(", ")])),
    form: named("forms", "formid"), view: named("views", "savedqueryid"), chart: named("charts", "savedqueryvisualizationid"),
  };
};

const apisOf = (contents: Contents): Readonly<Record<string, readonly Entry[]>> => ({
  "custom API": contents.apis.map(({ root }) => [root.attributes.uniquename ?? "", textOf(root, "bindingtype")]),
  "API parameter": contents.apis.flatMap((api) => (["request", "response"] as const).flatMap((kind) => parametersOf(contents, api, kind).map(({ root }): Entry =>
    [`${api.root.attributes.uniquename ?? ""}.${kind}.${root.attributes.uniquename ?? ""}`, textOf(root, "type")]))),
});

const codeOf = (contents: Contents): Readonly<Record<string, readonly Entry[]>> => ({
  assembly: contents.assemblies.map(({ root }) => [unbraced(root.attributes.PluginAssemblyId ?? ""), root.attributes.FullName ?? ""]),
  "plug-in type": contents.assemblies.flatMap(({ root }) => descendants(root, "PluginType").map((type): Entry => [unbraced(type.attributes.PluginTypeId ?? ""), type.attributes.Name ?? ""])),
  step: contents.steps.map(({ root }) => [unbraced(root.attributes.SdkMessageProcessingStepId ?? ""), root.attributes.Name ?? ""]),
  "step image": contents.steps.flatMap(({ root }) => descendants(root, "SdkMessageProcessingStepImage").map((image): Entry =>
    [unbraced(textOf(image, "SdkMessageProcessingStepImageId")), `${root.attributes.Name ?? ""}, ${image.attributes.Name ?? ""}`])),
  "web resource": contents.webResources.map(({ root }) => [unbraced(textOf(root, "WebResourceId")), textOf(root, "Name")]),
  control: contents.controls.map(({ root }) => [textOf(root, "Name"), ""]),
});

const othersOf = (contents: Contents): Readonly<Record<string, readonly Entry[]>> => ({
  choice: contents.choices.map(({ root }) => [root.attributes.Name ?? "", ""]),
  option: contents.choices.flatMap(({ root }) => descendants(root, "option").map((option): Entry => [`${root.attributes.Name ?? ""} ${option.attributes.value ?? ""}`, label(option)])),
  relationship: contents.relationships.map(({ root }) => [
    root.attributes.Name ?? "", `${textOf(root, "ReferencingEntityName")}.${textOf(root, "ReferencingAttributeName")} -> ${textOf(root, "ReferencedEntityName")}`,
  ]),
  role: contents.roles.map(({ root }) => [unbraced(root.attributes.id ?? ""), root.attributes.name ?? ""]),
  "field security profile": contents.profiles.map(({ root }) => [unbraced(root.attributes.fieldsecurityprofileid ?? ""), root.attributes.name ?? ""]),
  dashboard: contents.dashboards.map(guid("FormId")),
  flow: contents.flows.map(({ root }) => [unbraced(root.attributes.WorkflowId ?? ""), root.attributes.Name ?? ""]),
  "environment variable": contents.variables.map(({ root }) => [root.attributes.schemaname ?? "", textOf(root, "type")]),
  "connection reference": contents.connections.map(({ root }) => [root.attributes.connectionreferencelogicalname ?? "", textOf(root, "connectorid")]),
  app: contents.apps.map(({ root }) => [textOf(root, "UniqueName"), ""]),
  "site map": contents.siteMaps.map(({ root }) => [textOf(root, "SiteMapUniqueName"), ""]),
});

const sorted = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Every component of a package with its id, in a fixed order. */
export const shipped = (contents: Contents): Lock => sorted(
  Object.entries({ ...tablesOf(contents), ...codeOf(contents), ...apisOf(contents), ...othersOf(contents) }).map(([kind, entries]) => [kind, sorted(entries)] as const));

/** Kinds whose second part the platform cannot change. */
export const fixed: ReadonlySet<string> = new Set(["table", "column", "relationship", "custom API", "API parameter", "environment variable", "connection reference"]);
