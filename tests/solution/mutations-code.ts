import type { Mutation } from "./mutations";
import { both, type Change, collectionPart, inEntry, inPart, withoutEntry } from "./package";

const sending = /^Workflows\/DulySend.*json$/;
const assemblies = collectionPart("SolutionPluginAssemblies");
const flows = collectionPart("Workflows");
const steps = collectionPart("SdkMessageProcessingSteps");
const started = /^customapis\/duly_StartRun\/customapi.xml$/;
const mode = /^customapis\/duly_StartRun\/customapirequestparameters\/Mode\//;

/** Rewrites in the first step of the message. */
const inStep = (message: "Create" | "Update", from: string | RegExp, to: string): Change =>
  inPart(new RegExp(`<SdkMessageProcessingStep Name="[^"]*: ${message} of[\\s\\S]*?</SdkMessageProcessingStep>`), from, to);

const before = "<SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name=\"pre\"><SdkMessageProcessingStepImageId>{00000000-1111-4222-8333-444444444444}</SdkMessageProcessingStepImageId><Attributes>duly_amount</Attributes><EntityAlias>pre</EntityAlias><ImageType>0</ImageType><MessagePropertyName>Target</MessagePropertyName></SdkMessageProcessingStepImage></SdkMessageProcessingStepImages>";
const created = (image: string): Change => inStep("Create", "<SdkMessageProcessingStepImages/>", image);
const after = before.replace("<ImageType>0", "<ImageType>1");

const answers = ["Cursor", "Done", "RunId"];

/** What steps, assemblies, custom APIs and flows say of themselves. */
export const codeMutations: readonly Mutation[] = [
  ["DULY-CHECK-112", "a step of no known mode", inPart(steps, "<Mode>0<", "<Mode>2<"), "Its Mode is '2'"],
  ["DULY-CHECK-112", "a step of an unknown handler", inPart(steps, "<EventHandlerTypeCode>4602<", "<EventHandlerTypeCode>1<"), "Its EventHandlerTypeCode is '1'"],
  ["DULY-CHECK-112", "a step of a rank below nought", inPart(steps, /<Rank>\d+</, "<Rank>-1<"), "Its Rank is '-1'"],
  ["DULY-CHECK-112", "a step for an unknown deployment", inPart(steps, "<SupportedDeployment>0<", "<SupportedDeployment>7<"), "Its SupportedDeployment is '7'"],
  ["DULY-CHECK-112", "an image of an unknown type", inStep("Update", "<ImageType>0<", "<ImageType>5<"), "ImageType is '5'"],
  ["DULY-CHECK-112", "an assembly outside the sandbox", inPart(assemblies, "<IsolationMode>2<", "<IsolationMode>1<"), "Its IsolationMode is '1'"],
  ["DULY-CHECK-112", "an assembly on a disk", inPart(assemblies, "<SourceType>0<", "<SourceType>2<"), "Its SourceType is '2'"],
  ["DULY-CHECK-112", "a plug-in type without a friendly name", inPart(assemblies, /<FriendlyName>[^<]+<\/FriendlyName>/, ""), "FriendlyName is '(nothing)'"],
  ["DULY-CHECK-112", "a flow that is an activation", inPart(flows, "<Type>1<", "<Type>2<"), "Its Type is '2'"],
  ["DULY-CHECK-112", "a flow of no scope", inPart(flows, "<Scope>4<", "<Scope>9<"), "Its Scope is '9'"],
  ["DULY-CHECK-112", "an API that takes unknown steps", inEntry(started, "processingsteptype>0<", "processingsteptype>9<"), "Its allowedcustomprocessingsteptype is '9'"],
  ["DULY-CHECK-112", "an API that is bound in an unknown way", inEntry(started, "<bindingtype>0<", "<bindingtype>3<"), "Its bindingtype is '3'"],
  ["DULY-CHECK-112", "a parameter of an unknown type", inEntry(mode, "<type>7<", "<type>13<"), "Its type is '13'"],
  ["DULY-CHECK-113", "a step without its type", inPart(steps, /<PluginTypeId>[^<]+<\/PluginTypeId>/, ""), "It has no PluginTypeId"],
  ["DULY-CHECK-113", "a flow without trigger", inEntry(sending, /"triggers": \{[\s\S]*?\n {6}\}/, "\"triggers\": {}"), "It has no triggers"],
  ["DULY-CHECK-113", "a flow without connections", inEntry(sending, "\"$connections\"", "\"$links\""), "It has no $connections"],
  ["DULY-CHECK-113", "a flow without schema version", inEntry(sending, "\"schemaVersion\"", "\"schema\""), "It has no schemaVersion"],
  ["DULY-CHECK-122", "a step that runs later, but before the save", inStep("Create", "<Mode>0<", "<Mode>1<"), "on stage 20"],
  ["DULY-CHECK-123", "an image of a row that is not yet there", created(before), "has the ImageType 0, which Create does not know"],
  ["DULY-CHECK-123", "an image of the row after a step before the save", created(after), "stands on stage 20"],
  ["DULY-CHECK-123", "an image of a property that the message lacks", inStep("Update", "<MessagePropertyName>Target<", "<MessagePropertyName>Rubbish<"), "names the property 'Rubbish' instead of Target"],
  ["DULY-CHECK-123", "two images of one alias", inStep("Update", "<EntityAlias>post<", "<EntityAlias>pre<"), "has the alias of another"],
  ["DULY-CHECK-124", "a creation that listens to columns", inStep("Create", "<FilteringAttributes/>", "<FilteringAttributes>duly_amount</FilteringAttributes>"), "duly_amount, but Create"],
  ["DULY-CHECK-126", "a function without answer", both(inEntry(started, "<isfunction>0<", "<isfunction>1<"), ...answers.map((name) => withoutEntry(new RegExp(`^customapis/duly_StartRun/customapiresponseproperties/${name}/`)))), "has no response property"],
  ["DULY-CHECK-126", "a function for workflows", inEntry(started, /<isfunction>0<([\s\S]*)<workflowsdkstepenabled>0</, "<isfunction>1<$1<workflowsdkstepenabled>1<"), "is offered to workflows"],
  ["DULY-CHECK-127", "an API of another name", inEntry(started, "<name>duly_StartRun<", "<name>duly_BeginRun<"), "instead of duly_StartRun"],
  ["DULY-CHECK-127", "a parameter of another name", inEntry(mode, "<name>duly_StartRun.Mode<", "<name>Mode<"), "instead of duly_StartRun.Mode"],
  ["DULY-CHECK-068", "a parameter in another's folder", inEntry(mode, "uniquename=\"Mode\"", "uniquename=\"Kind\""), "Kind"],
  ["DULY-CHECK-128", "an API bound to no table", inEntry(started, "<bindingtype>0<", "<bindingtype>1<"), "bound to a table"],
  ["DULY-CHECK-033", "a sharded part with a comment", inEntry(started, "<isprivate>", "<!-- private --><isprivate>"), "comment"],
  ["DULY-CHECK-137", "a sharded part with a byte order mark", inEntry(started, /^/, "\uFEFF"), "byte order mark"],
  ["DULY-CHECK-130", "a connection of another connector", inEntry(sending, "\"name\": \"shared_office365\"", "\"name\": \"shared_outlook\""), "shared_office365 is of shared_outlook"],
  ["DULY-CHECK-130", "an action of another connector", inEntry(sending, "apis/shared_office365\"", "apis/shared_outlook\""), "is of shared_outlook in one place"],
  ["DULY-CHECK-130", "a connection reference of another connector", inPart(collectionPart("connectionreferences"), "apis/shared_office365<", "apis/shared_outlook<"), "of shared_outlook in another"],
  ["DULY-CHECK-131", "actions that wait for each other", inEntry(sending, /"actions": \{\s*"(\w+)": \{\s*"runAfter": \{\}([\s\S]*?)"runAfter": \{\s*"\1"/, "\"actions\": { \"$1\": { \"runAfter\": { \"$1\": [\"Succeeded\"] }$2\"runAfter\": { \"$1\""), "none begins"],
  ["DULY-CHECK-138", "a flow that is on and a draft", inPart(flows, "<StatusCode>2<", "<StatusCode>1<"), "StateCode 1"],
];
