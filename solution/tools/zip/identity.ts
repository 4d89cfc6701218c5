import { childOf, childrenOf, type Element, textOf } from "../xml/element";

/** Component -> where its identity stands: "@name" an attribute, "name" a child, "a+b" both together. */
const places: ReadonlyMap<string, string> = new Map(Object.entries({
  Entity: "Name", Role: "@id", Workflow: "@WorkflowId", FieldSecurityProfile: "@fieldsecurityprofileid", EmailTemplate: "templateid", EntityMap: "EntitySource+EntityTarget",
  EntityRelationship: "@Name", optionset: "@Name", Report: "reportid", Dashboard: "FormId", InteractionCentricDashboard: "FormId", Dialog: "FormId",
  WebResource: "WebResourceId", CustomControl: "Name", PluginAssembly: "@PluginAssemblyId", PluginType: "@PluginTypeId",
  SdkMessageProcessingStep: "@SdkMessageProcessingStepId", SdkMessageProcessingStepImage: "SdkMessageProcessingStepImageId",
  AppModule: "UniqueName", AppModuleSiteMap: "SiteMapUniqueName", CanvasApp: "Name", Connector: "name", AIModel: "msdyn_aimodelid", connectionreference: "@connectionreferencelogicalname",
  systemform: "formid", savedquery: "savedqueryid", visualization: "savedqueryvisualizationid",
  attribute: "@PhysicalName", EntityKey: "LogicalName", RolePrivilege: "@name", RootComponent: "@type+@schemaName+@id", FieldPermission: "EntityName+AttributeName",
  AppModuleComponent: "@type+@schemaName+@id", controlDescription: "@forControl", Address: "AddressNumber", AttributeMap: "AttributeSource+AttributeTarget",
}));

/** Attributes that tell siblings apart wherever they occur. */
const usual = ["id", "Id", "languagecode", "LCID", "value", "Name", "name", "type"];

/** "{ABC…}" and "abc…" are one GUID. */
export const plainId = (text: string): string =>
  /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(text.trim()) ? text.trim().replace(/[{}]/g, "").toLowerCase() : text;

/** The text with every GUID in it in lower case without braces. */
export const plainIds = (text: string): string => plainId(text).replace(/\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, (id) => plainId(id));

/** A child is also found when its name is cased otherwise: exports differ. */
const childText = (element: Element, name: string): string =>
  textOf(childOf(element, name) ?? childrenOf(element).find((child) => child.name.toLowerCase() === name.toLowerCase()));

const at = (element: Element, place: string): string => plainId(place.startsWith("@") ? element.attributes[place.slice(1)] ?? "" : childText(element, place));

/** What tells a component from others of its kind, GUIDs in lower case without braces; "" when it has none. */
export function identityOf(element: Element): string {
  const place = places.get(element.name);
  if (place !== undefined) return place.split("+").map((one) => at(element, one)).filter((text) => text !== "").join(" ");
  const attribute = usual.find((name) => element.attributes[name] !== undefined);
  return attribute === undefined ? "" : plainId(element.attributes[attribute] ?? "");
}
