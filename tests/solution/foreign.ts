import type { Folder } from "#solution/tools/zip/folder";
import { bytes } from "./folder";

/**
 * The folder of a solution that is not ours, hand-written in the style of genuine exports: byte order mark and declaration on what is
 * classic, neither on what is sharded, `xsi` declared on every root, managed twins, ids in upper and lower case, and one of everything.
 */

const xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
const id = (last: number): string => `{7a1e0000-0000-4000-8000-${String(last).padStart(12, "0")}}`;
const upper = (last: number): string => id(last).toUpperCase().replace(/[{}]/g, "");
const names = (text: string): string => `<LocalizedNames><LocalizedName description="${text}" languagecode="1033" /><LocalizedName description="${text} (fr)" languagecode="1036" /></LocalizedNames>`;

/** As pac writes it: BOM, declaration, Windows line ends. */
const classic = (body: string): string => `\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n${body.replace(/>\s*</g, ">\r\n  <")}`;

const customizations = `<ImportExportXml ${xsi} OrganizationVersion="9.2.24031.213" OrganizationSchemaType="Standard"><Entities /><Roles /><Workflows /><FieldSecurityProfiles /><Templates />
<EntityImageConfigs><EntityImageConfig><ParentEntityLogicalName>clin_visit</ParentEntityLogicalName><IsPrimaryField>1</IsPrimaryField></EntityImageConfig></EntityImageConfigs>
<SiteMap><SiteMap IntroducedVersion="7.0.0.0"><Area Id="Workplace" /><Area Id="Settings" /></SiteMap></SiteMap>
<EntityMaps /><EntityRelationships /><OrganizationSettings /><optionsets /><Reports /><Dashboards /><InteractionCentricDashboards /><Dialogs /><WebResources /><CustomControls /><SolutionPluginAssemblies />
<SdkMessageProcessingSteps /><AppModuleSiteMaps /><AppModules /><EntityDataProviders /><EntityDataSources /><CanvasApps /><Connectors /><AIModels />
<connectionreferences><connectionreference connectionreferencelogicalname="clin_dv"><connectorid>/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps</connectorid></connectionreference></connectionreferences>
<Languages><Language>1033</Language><Language>1036</Language></Languages></ImportExportXml>`;

const solution = `<ImportExportXml version="9.2.24031.213" SolutionPackageVersion="9.2" languagecode="1033" generatedBy="CrmLive" ${xsi}><SolutionManifest><UniqueName>Clinic</UniqueName>
${names("Clinic")}<Descriptions /><Version>1.4.0.2</Version><Managed>2</Managed><Publisher><UniqueName>clin</UniqueName>${names("Clinic works")}<Descriptions /><EMailAddress xsi:nil="true"></EMailAddress>
<CustomizationPrefix>clin</CustomizationPrefix><CustomizationOptionValuePrefix>31415</CustomizationOptionValuePrefix><Addresses /></Publisher>
<RootComponents><RootComponent type="1" schemaName="clin_visit" behavior="0" /><RootComponent type="1" schemaName="account" behavior="1" /><RootComponent type="29" id="${id(50)}" behavior="0" /></RootComponents>
<MissingDependencies /></SolutionManifest></ImportExportXml>`;

const attribute = (schema: string, type: string, part = ""): string =>
  `<attribute PhysicalName="${schema}"><Type>${type}</Type><Name>${schema.toLowerCase()}</Name><LogicalName>${schema.toLowerCase()}</LogicalName>${part}<displaynames><displayname description="${schema} &amp; co" languagecode="1033" /></displaynames></attribute>`;

const visit = `<Entity ${xsi}><Name LocalizedName="Visit" OriginalName="Visit">clin_Visit</Name><EntityInfo><entity Name="clin_Visit">${names("Visit")}<attributes>
${attribute("clin_VisitId", "primarykey")}${attribute("clin_Fee", "decimal", "<SourceType>1</SourceType><FormulaDefinitionFileName>/Formulas/clin_visit-clin_fee.xaml</FormulaDefinitionFileName>")}
${attribute("clin_Note", "ntext", "<MaxValue xsi:nil=\"true\" />")}</attributes><EntitySetName>clin_visits</EntitySetName></entity></EntityInfo><FormXml /><SavedQueries /><RibbonDiffXml /><Visualizations /></Entity>`;

const account = `<Entity ${xsi}><Name LocalizedName="Account" OriginalName="">Account</Name><EntityInfo><entity Name="Account" unmodified="1"><attributes>${attribute("clin_Ward", "picklist", "<OptionSetName>clin_ward</OptionSetName>")}</attributes></entity></EntityInfo><RibbonDiffXml /></Entity>`;

const ribbon = `<RibbonDiffXml ${xsi}><CustomActions /><Templates><RibbonTemplates Id="Mscrm.Templates"></RibbonTemplates></Templates><CommandDefinitions><CommandDefinition Id="clin.Call"><EnableRules /><DisplayRules /><Actions><JavaScriptFunction Library="$webresource:clin_/js/visit.js" FunctionName="Clinic.call"><CrmParameter Value="PrimaryControl" /><StringParameter Value="a" /></JavaScriptFunction></Actions></CommandDefinition></CommandDefinitions><LocLabels /></RibbonDiffXml>`;

const form = (formId: string, label: string): string => `<forms ${xsi}><systemform><formid>${formId}</formid><IntroducedVersion>1.0</IntroducedVersion><FormPresentation>1</FormPresentation>
<form headerdensity="HighWithControls"><tabs><tab id="${id(90)}"><columns><column width="100%"><sections><section id="${id(91)}"><rows><row><cell id="${id(92)}"><control id="clin_note" classid="{E0DECE4B-6FC8-4A8F-A065-082708572369}" datafieldname="clin_note" /></cell></row><row /></rows></section></sections></column></columns></tab></tabs></form>
<LocalizedNames><LocalizedName description="${label}" languagecode="1033" /></LocalizedNames></systemform></forms>`;

const view = `<savedqueries ${xsi}><savedquery><IsCustomizable>1</IsCustomizable><savedqueryid>${id(10)}</savedqueryid><layoutxml><grid name="resultset" jump="clin_name"><row name="result" id="clin_visitid"><cell name="clin_fee" width="100" /><cell name="createdon" width="125" /></row></grid></layoutxml>
<fetchxml><fetch version="1.0"><entity name="clin_visit"><attribute name="clin_fee" /><order attribute="createdon" descending="true" /></entity></fetch></fetchxml>${names("Visits")}</savedquery></savedqueries>`;

const chart = `<visualization ${xsi}><savedqueryvisualizationid>${id(11)}</savedqueryvisualizationid><datadescription><datadefinition><fetchcollection><fetch mapping="logical" aggregate="true"><entity name="clin_visit"><attribute alias="sum" name="clin_fee" aggregate="sum" /></entity></fetch></fetchcollection></datadefinition></datadescription>
<presentationdescription><Chart Palette="None"><Series><Series ChartType="Column" /></Series></Chart></presentationdescription><isdefault>false</isdefault>${names("Fees")}</visualization>`;

const relationship = (name: string, body: string): string => `<EntityRelationship Name="${name}">${body}<RelationshipDescription><Descriptions><Description description="" languagecode="1033" /></Descriptions></RelationshipDescription></EntityRelationship>`;

const workflow = (last: number, name: string, body: string): string => `<Workflow WorkflowId="${id(last)}" Name="${name}" ${xsi}>${body}<Type>1</Type><StateCode>1</StateCode>${names(name)}</Workflow>`;

const webResource = (last: number, name: string, type: number, target: string, more = ""): string =>
  `<WebResource ${xsi}><WebResourceId>${id(last)}</WebResourceId><Name>${name}</Name><DisplayName>${name}</DisplayName>${more}<WebResourceType>${type}</WebResourceType><IsHidden>0</IsHidden><FileName>/WebResources/${target}${upper(last)}</FileName></WebResource>`;

const resx = (value: string): string => `<?xml version="1.0" encoding="utf-8"?><root><data name="Greeting" xml:space="preserve"><value>${value}</value></data><data name="Gap" xml:space="preserve"><value> </value></data></root>`;

/** Sharded: no declaration. */
const api = "<customapi uniquename=\"clin_Triage\"><bindingtype>0</bindingtype><displayname default=\"Triage\"><label description=\"Triage\" languagecode=\"1033\" /></displayname><isfunction>0</isfunction><name>clin_Triage</name><plugintypeid><plugintypeid>7a1e0000-0000-4000-8000-000000000071</plugintypeid></plugintypeid></customapi>";

const flow = { properties: { connectionReferences: {}, definition: { triggers: { manual: { type: "Request" } }, actions: { "Say_hello": { type: "Compose", inputs: "Gr\u00fc\u00df {Gott}" } } } }, schemaVersion: "1.0.0.0" };

const mail = "Templates/EmailDocuments/1033/{7a1e0000-0000-4000-8000-000000000080}";

const tables: Readonly<Record<string, string>> = {
  "Entities/clin_Visit/Entity.xml": classic(visit),
  "Entities/clin_Visit/RibbonDiff.xml": classic(ribbon),
  [`Entities/clin_Visit/FormXml/main/${id(1)}.xml`]: classic(form(id(1), "Information")),
  [`Entities/clin_Visit/FormXml/main/${id(1)}_managed.xml`]: classic(form(id(1), "Information, managed")),
  [`Entities/clin_Visit/FormXml/quick/${id(2)}.xml`]: classic(form(id(2), "Glance")),
  [`Entities/clin_Visit/FormXml/card/${id(3)}.xml`]: classic(form(id(3), "Card")),
  [`Entities/clin_Visit/SavedQueries/${id(10)}.xml`]: classic(view),
  [`Entities/clin_Visit/Visualizations/${id(11).toUpperCase()}.xml`]: classic(chart),
  "Entities/clin_Visit/Formulas/clin_visit-clin_fee.xaml": "<Activity xmlns=\"http://schemas.microsoft.com/netfx/2009/xaml/activities\" />",
  "Entities/Account/Entity.xml": classic(account),
  "Entities/Account/RibbonDiff.xml": classic(ribbon),
  "Other/Relationships.xml": classic(`<EntityRelationships ${xsi}><EntityRelationship Name="clin_account_visit" /><EntityRelationship Name="clin_visit_contact" /></EntityRelationships>`),
  "Other/Relationships/Account.xml": classic(`<EntityRelationships ${xsi}>${relationship("clin_account_visit", "<EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>clin_Visit</ReferencingEntityName><ReferencedEntityName>Account</ReferencedEntityName>")}</EntityRelationships>`),
  "Other/Relationships/clin_Visit.xml": classic(`<EntityRelationships ${xsi}>${relationship("clin_visit_contact", "<EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>clin_Visit</FirstEntityName><SecondEntityName>Contact</SecondEntityName>")}</EntityRelationships>`),
  "OptionSets/clin_ward.xml": classic(`<optionset Name="clin_ward" localizedName="Ward" ${xsi}><OptionSetType>picklist</OptionSetType><options><option value="314150001"><labels><label description="North" languagecode="1033" /></labels></option><option value="314150000" /></options></optionset>`),
  "Other/EntityMaps.xml": classic(`<EntityMaps ${xsi}><EntityMap><EntitySource>account</EntitySource><EntityTarget>clin_visit</EntityTarget><AttributeMaps><AttributeMap><AttributeSource>name</AttributeSource><AttributeTarget>clin_name</AttributeTarget></AttributeMap></AttributeMaps></EntityMap></EntityMaps>`),
};

const surfaces: Readonly<Record<string, string>> = {
  [`Dashboards/${id(20)}.xml`]: classic(`<Dashboard ${xsi}>${names("Ward board")}<FormId>${id(20)}</FormId><IsDefault>0</IsDefault><FormXml><forms type="dashboard"><form><tabs><tab /></tabs></form></forms></FormXml></Dashboard>`),
  [`InteractionCentricDashboards/${id(21)}.xml`]: classic(`<InteractionCentricDashboard ${xsi}>${names("Streams")}<FormId>${id(21)}</FormId><FormXml><forms type="interactioncentricdashboard"><form><tabs filterby="createdon" timeframe="2" primaryentitylogicalname="clin_visit" entityview="${id(10)}" /></form></forms></FormXml></InteractionCentricDashboard>`),
  [`Dialogs/${id(22)}.xml`]: classic(`<Dialog ${xsi}><FormId>${id(22)}</FormId><FormXml><forms type="dialog"><form /></forms></FormXml></Dialog>`),
  "AppModules/clin_app/AppModule.xml": classic(`<AppModule ${xsi}><UniqueName>clin_app</UniqueName><FormFactor>1</FormFactor><AppModuleComponents><AppModuleComponent type="62" schemaName="clin_app" /></AppModuleComponents>${names("Clinic")}</AppModule>`),
  "AppModules/clin_app/AppModule_managed.xml": classic(`<AppModule ${xsi}><UniqueName>clin_app</UniqueName><FormFactor>1</FormFactor>${names("Clinic, managed")}</AppModule>`),
  "AppModuleSiteMaps/clin_app/AppModuleSiteMap.xml": classic(`<AppModuleSiteMap ${xsi}><SiteMapUniqueName>clin_app</SiteMapUniqueName><SiteMap IntroducedVersion="7.0.0.0"><Area Id="a"><Group Id="g"><SubArea Id="s1" Entity="clin_visit" /><SubArea Id="s2" Entity="account" /></Group></Area></SiteMap></AppModuleSiteMap>`),
  "AppModuleSiteMaps/clin_app/AppModuleSiteMap_managed.xml": classic(`<AppModuleSiteMap ${xsi}><SiteMapUniqueName>clin_app</SiteMapUniqueName><SiteMap IntroducedVersion="7.0.0.0" /></AppModuleSiteMap>`),
  "WebResources/clin_/js/visit.js": "window.Clinic = { onLoad: () => {} };\r\n",
  "WebResources/clin_/js/visit.js.data.xml": classic(webResource(40, "clin_/js/visit.js", 3, "clin_jsvisitjs", "<DependencyXml>&lt;Dependencies&gt;&lt;Dependency componentType=\"WebResource\"/&gt;&lt;/Dependencies&gt;</DependencyXml>")),
  "WebResources/clin_/strings/visit.1033.resx": resx("Hello"),
  "WebResources/clin_/strings/visit.1033.resx.data.xml": classic(webResource(41, "clin_/strings/visit.1033.resx", 12, "clin_stringsvisit1033resx", "<LanguageCode>1033</LanguageCode>")),
  "WebResources/clin_/strings/visit.1036.resx": resx("Bonjour"),
  "WebResources/clin_/strings/visit.1036.resx.data.xml": classic(webResource(42, "clin_/strings/visit.1036.resx", 12, "clin_stringsvisit1036resx", "<LanguageCode>1036</LanguageCode>")),
  "WebResources/clin_logo": "\u0000PNG not a text",
  "WebResources/clin_logo.data.xml": classic(webResource(43, "clin_logo", 5, "clin_logo")),
  "Controls/clin_Clinic.Pulse/ControlManifest.xml": "<?xml version=\"1.0\" encoding=\"utf-8\"?><manifest><control namespace=\"Clinic\" constructor=\"Pulse\" version=\"1.0.2\"><resources><code path=\"bundle.js\" order=\"1\" /><css path=\"css/pulse.css\" order=\"1\" /></resources></control></manifest>",
  "Controls/clin_Clinic.Pulse/ControlManifest.xml.data.xml": classic(`<CustomControl ${xsi}><Name>clin_Clinic.Pulse</Name><FileName>/Controls/clin_Clinic.Pulse/ControlManifest.xml</FileName></CustomControl>`),
  "Controls/clin_Clinic.Pulse/bundle.js": "var pulse;",
  "Controls/clin_Clinic.Pulse/css/pulse.css": ".pulse { color: red }",
  "Controls/clin_Clinic.Pulse/strings/Pulse.1036.resx": resx("Pouls"),
  [`Reports/1033/${id(30)}/fees.rdl`]: "<Report xmlns=\"http://schemas.microsoft.com/sqlserver/reporting/2005/01/reportdefinition\" />",
  [`Reports/1033/${id(30)}/fees.rdl.data.xml`]: classic(`<Report ${xsi}><reportid>${id(30)}</reportid><name>Fees</name><languagecode>1033</languagecode><FileName>/Reports/fees${id(30)}.rdl</FileName></Report>`),
  "CanvasApps/clin_rounds_1a2b3.meta.xml": `<CanvasApp ${xsi}><Name>clin_rounds_1a2b3</Name><DisplayName>Rounds</DisplayName><BackgroundImageUri>/CanvasApps/clin_rounds_1a2b3_BackgroundImageUri</BackgroundImageUri><DocumentUri>/CanvasApps/clin_rounds_1a2b3_DocumentUri.msapp</DocumentUri><AdditionalUris><AdditionalUri>/CanvasApps/clin_rounds_1a2b3_AdditionalUris0_identity.json</AdditionalUri></AdditionalUris></CanvasApp>`,
  "CanvasApps/clin_rounds_1a2b3_BackgroundImageUri": "picture",
  "CanvasApps/clin_rounds_1a2b3_DocumentUri.msapp": "PK app",
  "CanvasApps/clin_rounds_1a2b3_AdditionalUris0_identity.json": "{\"__Version\":\"0.1\",\"Size\":9007199254740993}",
};

/** A custom connector names its files as properties; in the zip their folder is called otherwise. */
const connector = `<Connector ${xsi}><connectorinternalid>shared_clin-5fbeds-5f1a2b</connectorinternalid><name>clin_5Fbeds</name><displayname>Beds</displayname><connectortype>1</connectortype><openapidefinition>/Connector/clin_5Fbeds_openapidefinition.json</openapidefinition><iconblob>/Connector/clin_5Fbeds_iconblob.Png</iconblob><iconbrandcolor>#007ee5</iconbrandcolor></Connector>`;

const services: Readonly<Record<string, string>> = {
  "Connectors/clin_5Fbeds.xml": classic(connector),
  "Connectors/clin_5Fbeds_openapidefinition.json": "{\"swagger\":\"2.0\",\"paths\":{}}",
  "Connectors/clin_5Fbeds_iconblob.Png": "\u0089PNG icon",
  "AIModels/Stays.xml": classic(`<AIModel ${xsi}><msdyn_aimodelid>${id(31)}</msdyn_aimodelid><msdyn_name>Stays</msdyn_name></AIModel>`),
  "AIModels/Stays/training.json": "{\"rows\":3}",
};

/** A classic workflow: what it does is the order of its activities. */
const xaml = `<Activity x:Class="XrmWorkflow${upper(50).replaceAll("-", "").toLowerCase()}" xmlns="http://schemas.microsoft.com/netfx/2009/xaml/activities" xmlns:mxs="clr-namespace:Microsoft.Xrm.Sdk;assembly=Microsoft.Xrm.Sdk" xmlns:mxswa="clr-namespace:Microsoft.Xrm.Sdk.Workflow.Activities;assembly=Microsoft.Xrm.Sdk.Workflow" xmlns:x="http://schemas.microsoft.com/winfx/2006/xaml">
  <x:Members><x:Property Name="InputEntities" Type="InArgument(mxs:EntityReference)" /></x:Members>
  <mxswa:Workflow>
    <mxswa:GetEntityProperty Attribute="clin_fee" EntityName="clin_visit" />
    <Assign x:TypeArguments="mxs:EntityReference" Value="${id(10)}" />
    <mxswa:SetState EntityName="clin_visit" State="1"><x:Null /></mxswa:SetState>
  </mxswa:Workflow>
</Activity>`;

const rules: Readonly<Record<string, string>> = {
  "Roles/Ward clerk.xml": classic(`<Role id="${id(60)}" name="Ward clerk" ${xsi}><IsCustomizable>1</IsCustomizable><RolePrivileges><RolePrivilege name="prvReadclin_Visit" level="Global" /><RolePrivilege name="prvWriteclin_Visit" level="Basic" /></RolePrivileges></Role>`),
  "Other/FieldSecurityProfiles.xml": classic(`<FieldSecurityProfiles ${xsi}><FieldSecurityProfile name="Fees" description="" fieldsecurityprofileid="${id(61)}"><FieldPermissions><FieldPermission><EntityName>clin_visit</EntityName><AttributeName>clin_fee</AttributeName><CanRead>4</CanRead><CanReadUnmasked>0</CanReadUnmasked></FieldPermission></FieldPermissions></FieldSecurityProfile></FieldSecurityProfiles>`),
  [`Workflows/Triage-${upper(50)}.xaml`]: xaml,
  [`Workflows/Triage-${upper(50)}.xaml.data.xml`]: classic(workflow(50, "Triage", `<XamlFileName>/Workflows/Triage-${upper(50)}.xaml</XamlFileName><Category>0</Category>`)),
  [`Workflows/SayHello-${upper(51)}.json`]: JSON.stringify(flow, null, 2),
  [`Workflows/SayHello-${upper(51)}.json.data.xml`]: classic(workflow(51, "Say hello", `<JsonFileName>/Workflows/SayHello-${upper(51)}.json</JsonFileName><Category>5</Category>`)),
  [`PluginAssemblies/Clinic-${upper(70)}/Clinic.dll`]: "MZ\u0000not code",
  [`PluginAssemblies/Clinic-${upper(70)}/Clinic.dll.data.xml`]: classic(`<PluginAssembly FullName="Clinic, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef" PluginAssemblyId="${upper(70).toLowerCase()}" CustomizationLevel="1" ${xsi}><IsolationMode>2</IsolationMode><FileName>/PluginAssemblies/Clinic-${upper(70)}/Clinic.dll</FileName><PluginTypes><PluginType AssemblyQualifiedName="Clinic.Triage, Clinic" PluginTypeId="${upper(71).toLowerCase()}" Name="Clinic.Triage"><FriendlyName>a</FriendlyName></PluginType></PluginTypes></PluginAssembly>`),
  [`SdkMessageProcessingSteps/${id(72)}.xml`]: classic(`<SdkMessageProcessingStep Name="Triage: Create" SdkMessageProcessingStepId="${id(72)}" ${xsi}><SdkMessageId>{9ebdbb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId><PrimaryEntity>clin_visit</PrimaryEntity><Stage>20</Stage></SdkMessageProcessingStep>`),
  "customapis/clin_Triage/customapi.xml": api,
  "customapis/clin_Triage/customapirequestparameters/Visit/customapirequestparameter.xml": "<customapirequestparameter uniquename=\"Visit\"><isoptional>0</isoptional><name>clin_Triage.Visit</name><type>5</type></customapirequestparameter>",
  "environmentvariabledefinitions/clin_mode/environmentvariabledefinition.xml": "<environmentvariabledefinition schemaname=\"clin_mode\"><defaultvalue>on</defaultvalue><type>100000000</type></environmentvariabledefinition>",
  "msdyn_knowledgeconfigs/clin_{any}/config.xml": "<config xmlns=\"urn:clinic\"><!-- as somebody wrote it --><a>1</a><note xml:space=\"preserve\">  </note><?order first?></config>",
  "msdyn_knowledgeconfigs/clin_{any}/data": "\u0001\u0002\u0003",
  "Templates/EmailTemplates.xml": classic(`<EmailTemplates ${xsi}><EmailTemplate><ispersonal>0</ispersonal><languagecode>1033</languagecode><templateid>${id(80)}</templateid><title>Invitation</title><subject></subject><body></body><subjectpresentationxml></subjectpresentationxml><presentationxml></presentationxml></EmailTemplate></EmailTemplates>`),
  [`${mail}/subject.xsl`]: "<?xml version=\"1.0\" ?><xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"><xsl:template match=\"/data\"><![CDATA[Your visit]]></xsl:template></xsl:stylesheet>",
  [`${mail}/body.xsl`]: "<?xml version=\"1.0\" ?>\r\n<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"><xsl:template match=\"/data\"><![CDATA[<p>Come & see</p>]]></xsl:template></xsl:stylesheet>",
  [`${mail}/subjectpresentationxml.xml`]: "<template><text><![CDATA[Your visit]]></text></template>",
  [`${mail}/presentationxml.xml`]: "<template><text><![CDATA[<p>Come & see</p>]]></text></template>",
};

const files: Readonly<Record<string, string>> = {
  "Other/Solution.xml": classic(solution), "Other/Customizations.xml": classic(customizations), ...tables, ...surfaces, ...services, ...rules,
  "Resources/1036/resources.1036.resx": resx("Visite"),
};

export const foreignFolder = (): Folder => new Map(Object.entries(files).map(([path, content]) => [path, bytes(content)]));
