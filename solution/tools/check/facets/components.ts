import { childrenOf, descendants, textOf } from "../../xml/element";
import { xmlOf } from "../../zip/folder";
import { type Contents, controlManifest, type Located, parametersOf, type TableContents, whole as inManifest } from "../contents";
import { finding, type Finding } from "../finding";
import { type Allowed, type Facets, flag, id, like, misfits, name, number, oneOf, optional, whole } from "./allowed";
import { propertyTypes } from "../control-uses";
import { query, truth } from "./queries";

const relationship: Facets = {
  EntityRelationshipType: oneOf("OneToMany", "ManyToMany"),
  "EntityRelationshipRole>NavPaneDisplayOption": optional(oneOf("UseCollectionName", "UseLabel", "DoNotDisplay")),
};

/** What stands below EntityInfo. */
const table: Facets = {
  OwnershipTypeMask: oneOf("UserOwned", "OrgOwned", "TeamOwned", "BusinessOwned", "BusinessParented", "None"), EntitySetName: like(/^\w+$/, "one word"),
};

const manifestsOf = (contents: Contents, part: Located): readonly Located[] => [controlManifest(contents, part) ?? []].flat().map((root) => ({ ...part, root }));

const entityOf = (part: TableContents): readonly Located[] => descendants(part.root, "EntityInfo").flatMap((info) => childrenOf(info, "entity")).map((root) => ({ ...part, root }));

const page: Facets = {
  "control@id": name, "tab@id": optional(id), "section@id": optional(id), "cell@id": optional(id), "column@width": like(/^\d+(\.\d+)?%$/, "a share such as 50%"),
  "section@columns": optional(like(/^(1{1,4}|[1-4])$/, "1 to 4 columns")), "cell@rowspan": optional(whole(1, 100)), "cell@colspan": optional(whole(1, 4)),
  "parameters>RecordsPerPage": optional(whole(1, 250)), "parameters>ChartGridMode": optional(oneOf("Grid", "Chart", "All")), "parameters>AutoExpand": optional(oneOf("Fixed", "Auto")),
  "event@name": name, "Handler@functionName": name, "Handler@handlerUniqueId": id, "Handler@enabled": truth, "Handler@passExecutionContext": truth, "Library@libraryUniqueId": id,
};

const form: Facets = { ...page, formid: id, FormPresentation: whole(0, 5), FormActivationState: flag };

/** Groups of forms in a table. */
const forms: Facets = { "forms@type": oneOf("main", "quickCreate", "quick", "card", "mobile", "mainInteractionCentric", "appointmentBook", "appointmentBookBackup", "other") };

const view: Facets = { ...query, savedqueryid: id, querytype: whole(0, 65536), isdefault: flag, isquickfindquery: flag, isprivate: optional(flag), "cell@width": optional(number(0, 2000)) };

const chart: Facets = { ...query, savedqueryvisualizationid: id, isdefault: optional(oneOf("true", "false", "0", "1")) };

const webResource: Facets = { WebResourceId: id, WebResourceType: whole(1, 12), IsHidden: optional(flag), LanguageCode: optional(whole(1025, 65535)) };

/** 4602 = a plug-in type, 4618 = a service endpoint; image types 0 before, 1 after, 2 both. */
const step: Facets = {
  "@SdkMessageProcessingStepId": id, Mode: flag, Rank: whole(0, 2147483647), EventHandlerTypeCode: oneOf("4602", "4618"), InvocationSource: flag,
  AsyncAutoDelete: flag, SupportedDeployment: oneOf("0", "1", "2"), IsHidden: optional(flag),
  "SdkMessageProcessingStepImage>ImageType": oneOf("0", "1", "2"), "SdkMessageProcessingStepImage>SdkMessageProcessingStepImageId": id, "SdkMessageProcessingStepImage>EntityAlias": like(/^\w+$/, "one word"),
};

/** The cloud runs assemblies only in its sandbox (2), from its database (0). */
const assembly: Facets = { "@PluginAssemblyId": id, "@CustomizationLevel": oneOf("1"), IsolationMode: oneOf("2"), SourceType: oneOf("0"), "PluginType>FriendlyName": name, "PluginType@PluginTypeId": id };

/** Type 1 = a definition; 2 = what the platform itself makes of an activated one. */
const workflow: Facets = {
  "@WorkflowId": id, Type: oneOf("1"), Subprocess: flag, Mode: flag, Scope: whole(1, 4), OnDemand: flag, TriggerOnCreate: flag, TriggerOnDelete: flag, StateCode: flag, StatusCode: oneOf("1", "2"), RunAs: flag,
  ModernFlowType: optional(whole(0, 4)),
};

const api: Facets = {
  name, bindingtype: oneOf("0", "1", "2"), allowedcustomprocessingsteptype: oneOf("0", "1", "2"), isfunction: flag, isprivate: flag, iscustomizable: optional(flag), workflowsdkstepenabled: flag,
};
const response: Facets = { name, type: whole(0, 12) };
const request: Facets = { ...response, isoptional: flag };

const variable: Facets = { type: whole(100000000, 100000005), secretstore: optional(flag), isrequired: optional(flag) };

const connection: Facets = { connectorid: like(/^\/providers\/Microsoft\.PowerApps\/apis\/shared_\w[\w-]*$/, "/providers/Microsoft.PowerApps/apis/shared_…"), connectionreferencedisplayname: name, promptingbehavior: optional(flag) };

const app: Facets = { FormFactor: whole(1, 8), ClientType: whole(1, 32), NavigationType: optional(flag), statecode: flag, statuscode: oneOf("1", "2"), WebResourceId: id };
/** An address inside the organisation needs no scheme. */
const address = like(/^(?!(?!https?:|\$webresource:)[$\w+.-]*:)/i, "an address of http, https or $webresource, or a path");
const siteMap: Facets = { "Area@Id": name, "Group@Id": name, "SubArea@Id": name, "SubArea@Url": address };
const permission = oneOf("0", "4");
const profile: Facets = { "@fieldsecurityprofileid": id, "FieldPermission>CanRead": permission, "FieldPermission>CanUpdate": permission, "FieldPermission>CanCreate": permission, "FieldPermission>CanReadUnmasked": optional(oneOf("0", "1", "3", "4")) };
const role: Facets = { "@id": id, "@name": name };
const choice: Facets = { OptionSetType: oneOf("picklist"), IsGlobal: flag, "option@value": whole(-2147483648, 2147483647) };
const dashboard: Facets = { ...page, FormId: id, IsDefault: optional(flag), "forms@type": oneOf("dashboard") };

/** Also of the publisher. The prefix mscrm is the platform's own. */
const solution: Facets = {
  UniqueName: like(/^\w+$/, "letters, digits and underscores"), "Publisher>UniqueName": like(/^\w+$/, "letters, digits and underscores"),
  "Publisher>CustomizationPrefix": like(/^(?!mscrm)[a-z][a-z0-9]{1,7}$/i, "2 to 8 letters and digits, a letter first"), "Publisher>CustomizationOptionValuePrefix": whole(10000, 99999),
};

/** The languages that a package announces; a package that announces none may have any. */
function language(contents: Contents): Allowed {
  const all = childrenOf(contents.customizations, "Languages").flatMap((group) => childrenOf(group, "Language")).map((entry) => textOf(entry));
  return all.length > 0 ? oneOf(...all) : like(/^\d{4,5}$/, "a language such as 1033");
}

/** The root of solution.xml. */
const file = (contents: Contents): Facets => ({ "@version": like(/^\d+(\.\d+){3}$/, "four numbers"), "@SolutionPackageVersion": like(/^\d+\.\d+$/, "two numbers"), "@languagecode": language(contents) });

const control: Facets = {
  "control@version": like(/^\d+\.\d+\.\d+$/, "three numbers"), "control@control-type": optional(oneOf("standard", "virtual")), "property@usage": oneOf("bound", "input", "output"), "property@of-type": optional(oneOf(...propertyTypes)), "property@required": optional(oneOf("true", "false")),
  "platform-library@name": oneOf("React", "Fluent"), "platform-library@version": like(/^(16\.(8|9|1[0-4])|8\.\d+|9\.\d+)\.\d+$/, "React 16.8 to 16.14, or Fluent 8 or 9"), "resx@path": like(/\.\d{4,5}\.resx$/, "a name with its language such as X.1033.resx"),
};

/** What each kind of component may say. */
const kinds = (contents: Contents): readonly (readonly [Facets, readonly Located[]])[] => {
  const tables = [...contents.tables.values()];
  return [
    [table, tables.flatMap(entityOf)], [forms, tables], [form, tables.flatMap(({ forms }) => forms)], [view, tables.flatMap(({ views }) => views)], [chart, tables.flatMap(({ charts }) => charts)],
    [relationship, contents.relationships], [choice, contents.choices], [webResource, contents.webResources], [step, contents.steps], [assembly, contents.assemblies], [workflow, contents.flows],
    [api, contents.apis], [request, contents.apis.flatMap((one) => parametersOf(contents, one, "request"))], [response, contents.apis.flatMap((one) => parametersOf(contents, one, "response"))],
    [variable, contents.variables], [connection, contents.connections], [app, contents.apps], [siteMap, contents.siteMaps], [profile, contents.profiles], [role, contents.roles], [dashboard, contents.dashboards],
    [solution, [{ ...inManifest, root: contents.manifest }]], [file(contents), [{ ...inManifest, root: xmlOf(contents.entries, inManifest.path) }]],
    [control, contents.controls.flatMap((one) => manifestsOf(contents, one))],
  ];
};

/** Values of components are those that the platform knows. */
export const components = (contents: Contents): readonly Finding[] => kinds(contents).flatMap(([facets, parts]) => parts.flatMap((part) =>
  misfits(part.root, facets).map(({ at, value, says }) => finding("DULY-CHECK-112", part, at.replace(/^@/, ""), value, says))));
