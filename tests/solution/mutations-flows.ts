import type { Mutation } from "./mutations";
import { collectionPart, inEntry, inPart, tablePart } from "./package";

const sending = /^Workflows\/DulySend.*json$/;
const nightly = /^Workflows\/DulyRun.*json$/;
const debtor = tablePart("duly_debtor");
const manifest = /^Controls\/duly_Duly.PromiseToPay\/ControlManifest.xml$/;
const ruleApi = "c67b711a-9015-59af-b028-fc50e76c0d0c";

const first = "\"actions\": {";
const nested = (depth: number): string => (depth === 0 ? "{ \"type\": \"Compose\", \"inputs\": 1 }" : `{ "type": "Scope", "actions": { "Level_${String(depth)}": ${nested(depth - 1)} } }`);
const many = (count: number, one: (index: number) => string): string => Array.from({ length: count }, (_, index) => one(index)).join(", ");
const compose = (name: string, inputs: string): string => `${first} "${name}": { "type": "Compose", "inputs": "${inputs}" },`;

/** What a flow names inside itself, what components are given on forms, and whose file is whose. */
export const flowMutations: readonly Mutation[] = [
  ["DULY-CHECK-041", "a step that names one type and calls another", inPart(collectionPart("SdkMessageProcessingSteps"), /<PluginTypeId>[^<]+</, `<PluginTypeId>${ruleApi}<`), "RuleStep"],
  ["DULY-CHECK-139", "a flow with another's file", inPart(collectionPart("Workflows"), /(<JsonFileName>)([^<]+)([\s\S]*<JsonFileName>)[^<]+/, "$1$2$3$2"), "does not carry its id"],
  ["DULY-CHECK-139", "a web resource with another's file", inPart(collectionPart("WebResources"), /(<FileName>)([^<]+)([\s\S]*?<FileName>)[^<]+/, "$1$2$3$2"), "does not carry its id"],
  ["DULY-CHECK-139", "an assembly of another id than its file's", inPart(collectionPart("SolutionPluginAssemblies"), /PluginAssemblyId="[^"]+"/, `PluginAssemblyId="${ruleApi}"`), ruleApi],
  ["DULY-CHECK-140", "a yes/no variable read as a text", inEntry(nightly, /("defaultValue": false,\s*"type": )"Bool"/, "$1\"String\""), "duly_worker as String, which is Bool"],
  ["DULY-CHECK-141", "a child flow that is not shipped", inEntry(sending, first, `${first} "Call_a_child": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "${ruleApi}" } } },`), ruleApi],
  ["DULY-CHECK-142", "a flow of too many actions", inEntry(sending, first, `${first} ${many(501, (index) => `"A_${String(index)}": { "type": "Compose", "inputs": 1 }`)},`), "too many actions"],
  ["DULY-CHECK-142", "a flow of too many levels", inEntry(sending, first, `${first} "Level_0": ${nested(8)},`), "too many levels: 9 of at most 8"],
  ["DULY-CHECK-142", "a switch of too many cases", inEntry(sending, first, `${first} "Choose": { "type": "Switch", "cases": { ${many(26, (index) => `"C_${String(index)}": { "actions": {} }`)} } },`), "too many cases in Choose"],
  ["DULY-CHECK-142", "a name that is too long", inEntry(sending, first, compose("N".repeat(81), "1")), "too many characters in the name"],
  ["DULY-CHECK-142", "an expression that is too long", inEntry(sending, first, compose("Word", `@concat('${"x".repeat(8192)}')`)), "too many characters in an expression"],
  ["DULY-CHECK-143", "a variable that is set up nowhere", inEntry(nightly, /("type": "InitializeVariable",\s*"inputs": \{\s*"variables": \[\s*\{\s*"name": )"Cursor"/, "$1\"Other\""), "the variable Cursor is set up nowhere"],
  ["DULY-CHECK-143", "a variable that is set up inside a scope", inEntry(sending, /("type": "Scope",\s*"actions": \{)/, "$1 \"Prepare_it\": { \"type\": \"InitializeVariable\", \"inputs\": { \"variables\": [] } },"), "Prepare_it stands inside another action"],
  ["DULY-CHECK-144", "an expression about an action that is not there", inEntry(sending, first, compose("Word", "@outputs('Nobody')")), "asks for the action Nobody"],
  ["DULY-CHECK-144", "an expression inside a text about an action that is not there", inEntry(sending, first, compose("Word", "It is @{body('Nobody''s')}")), "asks for the action Nobody's"],
  ["DULY-CHECK-145", "two actions of one name", inEntry(sending, first, compose("send_THE_e_mail", "1")), "called send_the_e_mail"],
  ["DULY-CHECK-146", "a control bound to a column of another type", inPart(debtor, "<debtor>duly_name</debtor>", "<debtor>duly_openamount</debtor>"), "duly_openamount, of the type money"],
  ["DULY-CHECK-146", "a control bound to an unknown column", inPart(debtor, "<debtor>duly_name</debtor>", "<debtor>duly_title</debtor>"), "duly_title, which the table lacks"],
  ["DULY-CHECK-147", "a control without its required property", inEntry(manifest, "<resources>", "<property name=\"today\" usage=\"input\" of-type=\"SingleLine.Text\" required=\"true\"/><resources>"), "without the required property today"],
  ["DULY-CHECK-112", "a control on a library that the platform lacks", inEntry(manifest, "<resources>", "<resources><platform-library name=\"React\" version=\"17.0.2\"/>"), "platform-library@version is '17.0.2'"],
];
