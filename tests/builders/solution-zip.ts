import { strToU8, zipSync } from "fflate";

/** A column as a test writes it; `part` are the elements that its type needs. */
export interface ColumnXml { readonly name: string; readonly type: string; readonly part?: string; readonly mask?: string; readonly required?: string }

export interface TableXml {
  readonly name: string;
  readonly setName?: string;
  readonly columns: readonly ColumnXml[];
  /** Alternate keys: name -> columns. */
  readonly keys?: Readonly<Record<string, readonly string[]>>;
  readonly flags?: string;
  readonly forms?: string;
  readonly views?: string;
}

export interface SolutionXml {
  readonly name?: string;
  readonly version?: string;
  readonly tables?: readonly TableXml[];
  /** Children of <EntityRelationships>. */
  readonly relationships?: string;
  /** Further children of <ImportExportXml>. */
  readonly more?: string;
  /** Further files of the zip. */
  readonly files?: Readonly<Record<string, string>>;
}

const attribute = ({ name, type, part = "", mask = "ValidForForm", required = "none" }: ColumnXml): string =>
  `<attribute PhysicalName="${name}"><Type>${type}</Type><Name>${name.toLowerCase()}</Name><LogicalName>${name.toLowerCase()}</LogicalName><RequiredLevel>${required}</RequiredLevel><DisplayMask>${mask}</DisplayMask>`
  + `<IsCustomField>1</IsCustomField>${part}<displaynames><displayname description="${name}" languagecode="1033"/><displayname description="${name} magyarul" languagecode="1038"/></displaynames></attribute>`;

const states = `<attribute PhysicalName="statecode"><Type>state</Type><Name>statecode</Name><RequiredLevel>systemrequired</RequiredLevel><optionset Name="s"><states>
  <state value="0" defaultstatus="1" invariantname="Active"/><state value="1" defaultstatus="2" invariantname="Inactive"/></states></optionset></attribute>
  <attribute PhysicalName="statuscode"><Type>status</Type><Name>statuscode</Name><optionset Name="r"><statuses>
  <status value="1" state="0"><labels><label description="Active" languagecode="1033"/></labels></status><status value="5" state="0"/><status value="2" state="1"/><status value="6" state="1"/></statuses></optionset></attribute>`;

const key = ([name, columns]: readonly [string, readonly string[]]): string =>
  `<EntityKey><Name>${name}</Name><LogicalName>${name}</LogicalName><EntityKeyAttributes>${columns.map((column) => `<AttributeName>${column}</AttributeName>`).join("")}</EntityKeyAttributes></EntityKey>`;

/** An `<Entity>` with key column, name column, states, and the columns given. */
export function entityXml({ name, setName = `${name}s`, columns, keys = {}, flags = "", forms = "", views = "" }: TableXml): string {
  const own = [
    { name: `${name}id`, type: "primarykey", required: "systemrequired" }, { name: "x_name", type: "nvarchar", part: "<MaxLength>100</MaxLength>", mask: "PrimaryName|ValidForForm", required: "required" }, ...columns,
  ];
  return `<Entity><Name LocalizedName="${name}" OriginalName="${name}">${name}</Name><EntityInfo><entity Name="${name}">
    <LocalizedNames><LocalizedName description="${name}" languagecode="1033"/></LocalizedNames><attributes>${own.map(attribute).join("")}${states}</attributes>
    <EntitySetName>${setName}</EntitySetName><EntityKeys>${Object.entries(keys).map(key).join("")}</EntityKeys><OwnershipTypeMask>UserOwned</OwnershipTypeMask>${flags}</entity></EntityInfo>
    <FormXml>${forms}</FormXml><SavedQueries>${views}</SavedQueries></Entity>`;
}

/** A one-to-many relationship; the lookup column carries the navigation name. */
export const relationshipXml = (parts: { readonly name: string; readonly from: string; readonly column: string; readonly to: string; readonly onDelete?: string }): string =>
  `<EntityRelationship Name="${parts.name}"><EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>${parts.from}</ReferencingEntityName><ReferencedEntityName>${parts.to}</ReferencedEntityName>
  <CascadeDelete>${parts.onDelete ?? "RemoveLink"}</CascadeDelete><ReferencingAttributeName>${parts.column}</ReferencingAttributeName><EntityRelationshipRoles>
  <EntityRelationshipRole><NavigationPropertyName>${parts.column}</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole>
  <EntityRelationshipRole><NavigationPropertyName>${parts.name}</NavigationPropertyName><RelationshipRoleType>0</RelationshipRoleType></EntityRelationshipRole></EntityRelationshipRoles></EntityRelationship>`;

export const manyToManyXml = (name: string, first: string, second: string): string =>
  `<EntityRelationship Name="${name}"><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>${first}</FirstEntityName><SecondEntityName>${second}</SecondEntityName><IntersectEntityName>${name}</IntersectEntityName>
  <EntityRelationshipRoles><EntityRelationshipRole><NavigationPropertyName>${name}</NavigationPropertyName><AssociationRoleOrdinal>1</AssociationRoleOrdinal></EntityRelationshipRole>
  <EntityRelationshipRole><NavigationPropertyName>${name}</NavigationPropertyName><AssociationRoleOrdinal>2</AssociationRoleOrdinal></EntityRelationshipRole></EntityRelationshipRoles></EntityRelationship>`;

const messages: Readonly<Record<string, string>> = {
  Create: "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8", Update: "20bebb1b-ea3e-db11-86a7-000a3a5473e8", Delete: "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
};

export interface StepXml {
  readonly id: string; readonly message: string; readonly table: string; readonly stage: number; readonly type?: string;
  readonly rank?: number; readonly mode?: number; readonly filtering?: string; readonly configuration?: string; readonly images?: readonly { readonly kind: number; readonly columns: string }[];
}

/** A plug-in step; `id` is its last hexadecimal digits. */
export const stepXml = (step: StepXml): string =>
  `<SdkMessageProcessingStep Name="step ${step.id}" SdkMessageProcessingStepId="{00000000-0000-4000-8000-${step.id.padStart(12, "0")}}"><SdkMessageId>{${messages[step.message] ?? step.message}}</SdkMessageId>
  <PluginTypeName>${step.type ?? "Test.Plugin"}, Test, Version=1.0.0.0</PluginTypeName><PrimaryEntity>${step.table}</PrimaryEntity><Configuration>${step.configuration ?? step.id}</Configuration>
  <FilteringAttributes>${step.filtering ?? ""}</FilteringAttributes><Mode>${step.mode ?? 0}</Mode><Rank>${step.rank ?? 1}</Rank><Stage>${step.stage}</Stage><SdkMessageProcessingStepImages>${(step.images ?? []).map(({ kind, columns }, index) =>
    `<SdkMessageProcessingStepImage Name="image${index}"><Attributes>${columns}</Attributes><ImageType>${kind}</ImageType></SdkMessageProcessingStepImage>`).join("")}</SdkMessageProcessingStepImages></SdkMessageProcessingStep>`;

/** Files of a custom API "name" whose handler is a plug-in type with this id; parameter name -> type number. */
export function customApiFiles(name: string, typeKey: string, parameters: { readonly request?: Readonly<Record<string, number>>; readonly response?: Readonly<Record<string, number>> }): Readonly<Record<string, string>> {
  const files = Object.fromEntries((["request", "response"] as const).flatMap((side) => {
    const element = side === "request" ? "customapirequestparameter" : "customapiresponseproperty";
    const folder = side === "request" ? "customapirequestparameters" : "customapiresponseproperties";
    return Object.entries(parameters[side] ?? {}).map(([parameter, type]) => [`customapis/${name}/${folder}/${parameter}/${element}.xml`, `<${element} uniquename="${parameter}"><name>${parameter}</name><isoptional>0</isoptional><type>${type}</type></${element}>`]);
  }));
  return { ...files, [`customapis/${name}/customapi.xml`]: `<customapi uniquename="${name}"><bindingtype>0</bindingtype><isfunction>0</isfunction><name>${name}</name><plugintypeid><plugintypeexportkey>${typeKey}</plugintypeexportkey></plugintypeid></customapi>` };
}

/** The bytes of a solution package. */
export function solutionZip({ name = "sample", version = "1.0.0.0", tables = [], relationships = "", more = "", files = {} }: SolutionXml): Uint8Array {
  const solution = `<ImportExportXml><SolutionManifest><UniqueName>${name}</UniqueName><LocalizedNames><LocalizedName description="Sample" languagecode="1033"/></LocalizedNames><Version>${version}</Version><Managed>0</Managed>
    <Publisher><UniqueName>x</UniqueName><CustomizationPrefix>x</CustomizationPrefix><CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix></Publisher></SolutionManifest></ImportExportXml>`;
  const customizations = `<ImportExportXml><Entities>${tables.map(entityXml).join("")}</Entities><EntityRelationships>${relationships}</EntityRelationships>${more}<Languages><Language>1033</Language><Language>1038</Language></Languages></ImportExportXml>`;
  const texts = { "solution.xml": solution, "customizations.xml": customizations, "[Content_Types].xml": "<Types/>", ...files };
  return zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));
}
