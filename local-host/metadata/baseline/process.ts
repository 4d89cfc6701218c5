import { choice, flag, instant, lookup, memo, text, whole, type TableSpec } from "../notation";

/** Components of packages that run: flows, their settings, plug-in steps and custom APIs. */
export const processTables: readonly TableSpec[] = [
  { name: "workflow", set: "workflows", primaryName: "name", ownership: "user", states: [["Draft", { 1: "Draft" }], ["Activated", { 2: "Activated" }], ["Suspended", { 3: "CompanyDLPViolation" }]], columns: {
    Name: text(256), Description: memo(2000), UniqueName: text(128), ClientData: memo(1_073_741_823), PrimaryEntity: text(128), Scope: choice({ 1: "User", 2: "Business Unit", 3: "Parent: Child Business Units", 4: "Organization" }, 4),
    Category: choice({ 0: "Workflow", 1: "Dialog", 2: "Business Rule", 3: "Action", 4: "Business Process Flow", 5: "Modern Flow", 6: "Desktop Flow", 7: "AI Flow" }), Type: choice({ 1: "Definition", 2: "Activation", 3: "Template" }, 1), Mode: choice({ 0: "Background", 1: "Real-time" }, 0),
  } },
  { name: "environmentvariabledefinition", set: "environmentvariabledefinitions", primaryName: "schemaname", ownership: "user", columns: {
    SchemaName: text(100), DisplayName: text(100), Description: memo(2000), DefaultValue: memo(), IsRequired: flag(), SecretStore: whole(0),
    Type: choice({ 100000000: "String", 100000001: "Number", 100000002: "Boolean", 100000003: "JSON", 100000004: "Data Source", 100000005: "Secret" }, 100000000),
  } },
  { name: "environmentvariablevalue", set: "environmentvariablevalues", primaryName: "schemaname", ownership: "user", columns: {
    SchemaName: text(100), Value: memo(), EnvironmentVariableDefinitionId: lookup("environmentvariabledefinition", { relationships: ["environmentvariabledefinition_environmentvariablevalue"], cascadeDelete: "Cascade" }),
  } },
  { name: "connectionreference", set: "connectionreferences", primaryName: "connectionreferencedisplayname", ownership: "user", columns: {
    ConnectionReferenceDisplayName: text(100), ConnectionReferenceLogicalName: text(100), ConnectorId: text(500), ConnectionId: text(500), Description: memo(2000),
  } },
  { name: "pluginassembly", set: "pluginassemblies", primaryName: "name", ownership: "none", columns: { Name: text(256), Version: text(48), IsolationMode: whole(0), SourceType: whole(0) } },
  { name: "plugintype", set: "plugintypes", primaryName: "name", ownership: "none", columns: {
    Name: text(256), TypeName: text(256), FriendlyName: text(256), AssemblyName: text(256), PluginTypeExportKey: text(256), PluginAssemblyId: lookup("pluginassembly", { relationships: ["pluginassembly_plugintype"], cascadeDelete: "Cascade" }),
  } },
  { name: "sdkmessage", set: "sdkmessages", primaryName: "name", ownership: "none", columns: { Name: text(256) } },
  { name: "sdkmessagefilter", set: "sdkmessagefilters", primaryName: "name", ownership: "none", columns: {
    Name: text(256), PrimaryObjectTypeCode: text(128), SdkMessageId: lookup("sdkmessage", { relationships: ["sdkmessageid_sdkmessagefilter"], cascadeDelete: "Cascade" }),
  } },
  { name: "sdkmessageprocessingstep", set: "sdkmessageprocessingsteps", primaryName: "name", ownership: "none", states: [["Enabled", { 1: "Enabled" }], ["Disabled", { 2: "Disabled" }]], columns: {
    Name: text(256), Configuration: memo(), FilteringAttributes: memo(100_000), Rank: whole(), Description: text(256),
    Stage: choice({ 10: "Pre-validation", 20: "Pre-operation", 40: "Post-operation" }), Mode: choice({ 0: "Synchronous", 1: "Asynchronous" }, 0),
    SdkMessageId: lookup("sdkmessage", { relationships: ["sdkmessageid_sdkmessageprocessingstep"], cascadeDelete: "Restrict" }),
    SdkMessageFilterId: lookup("sdkmessagefilter", { relationships: ["sdkmessagefilterid_sdkmessageprocessingstep"], cascadeDelete: "Restrict" }),
    PluginTypeId: lookup("plugintype", { relationships: ["plugintypeid_sdkmessageprocessingstep"], cascadeDelete: "Restrict" }),
  } },
  { name: "sdkmessageprocessingstepimage", set: "sdkmessageprocessingstepimages", primaryName: "name", ownership: "none", columns: {
    Name: text(256), EntityAlias: text(256), Attributes: memo(100_000), MessagePropertyName: text(256), ImageType: choice({ 0: "PreImage", 1: "PostImage", 2: "Both" }),
    SdkMessageProcessingStepId: lookup("sdkmessageprocessingstep", { relationships: ["sdkmessageprocessingstepid_sdkmessageprocessingstepimage"], cascadeDelete: "Cascade" }),
  } },
  { name: "customapi", set: "customapis", primaryName: "name", ownership: "user", columns: {
    Name: text(100), UniqueName: text(128), DisplayName: text(100), Description: text(300), BindingType: choice({ 0: "Global", 1: "Entity", 2: "EntityCollection" }, 0), BoundEntityLogicalName: text(100),
    IsFunction: flag(), IsPrivate: flag(), AllowedCustomProcessingStepType: choice({ 0: "None", 1: "Async Only", 2: "Sync and Async" }, 0), PluginTypeId: lookup("plugintype", { relationships: ["plugintype_customapi"], cascadeDelete: "Restrict" }),
  } },
  ...(["customapirequestparameter", "customapiresponseproperty"] as const).map((name): TableSpec => ({
    name, set: name === "customapirequestparameter" ? `${name}s` : "customapiresponseproperties", primaryName: "name", ownership: "user", columns: {
      Name: text(100), UniqueName: text(128), DisplayName: text(100), Description: text(300), LogicalEntityName: text(100), ...(name === "customapirequestparameter" ? { IsOptional: flag() } : {}),
      Type: choice({ 0: "Boolean", 1: "DateTime", 2: "Decimal", 3: "Entity", 4: "EntityCollection", 5: "EntityReference", 6: "Float", 7: "Integer", 8: "Money", 9: "Picklist", 10: "String", 11: "StringArray", 12: "Guid" }),
      CustomAPIId: lookup("customapi", { relationships: [`customapi_${name}`], cascadeDelete: "Cascade" }),
    } })),
  { name: "asyncoperation", set: "asyncoperations", primaryName: "name", ownership: "user", states: [["Ready", { 0: "Waiting For Resources" }], ["Suspended", { 10: "Waiting" }], ["Locked", { 20: "In Progress" }], ["Completed", { 30: "Succeeded", 31: "Failed", 32: "Canceled" }]], columns: {
    Name: text(256), Message: memo(), FriendlyMessage: memo(), ErrorCode: whole(), StartedOn: instant(), CompletedOn: instant(), OperationType: choice({ 1: "System Event", 10: "Workflow", 54: "Execute Async Request" }),
  } },
];
