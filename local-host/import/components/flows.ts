import { guidOf } from "../../metadata/ids";
import { pathsOf, textFile, xmlFile, type Package } from "../package";
import { guidIn, itemsOf, named, numberOf, textOf, type Element } from "../xml/element";
import { labelIn, labelsOf } from "../xml/labels";
import { to, type Component, type ComponentReader } from "./component";

const FLOW = 5;

function workflowOf(from: Package, workflow: Element): readonly Component[] {
  const name = workflow.attributes["Name"] ?? labelIn(labelsOf(workflow, "LocalizedNames"));
  const category = numberOf(workflow, "Category") ?? 0;
  if (category !== FLOW) {
    from.ignored.push(`workflow '${name}' of category ${category}: only cloud flows (5) run`);
    return [];
  }
  return [{ kind: "Workflows", table: "workflow", id: guidIn(workflow.attributes["WorkflowId"] ?? ""), row: {
    name, category, clientdata: textFile(from, textOf(workflow, "JsonFileName"), `The flow '${name}'`), primaryentity: textOf(workflow, "PrimaryEntity"), description: labelIn(labelsOf(workflow, "Descriptions")),
    type: numberOf(workflow, "Type") ?? 1, mode: numberOf(workflow, "Mode") ?? 0, scope: numberOf(workflow, "Scope") ?? 4, statecode: numberOf(workflow, "StateCode") ?? 0, statuscode: numberOf(workflow, "StatusCode") ?? 1,
  } }];
}

export const workflows: ComponentReader = (from) => named(itemsOf(from.customizations, "Workflows"), "Workflow").flatMap((workflow) => workflowOf(from, workflow));

export const connectionReferences: ComponentReader = ({ customizations }) => named(itemsOf(customizations, "connectionreferences"), "connectionreference").map((reference) => {
  const name = reference.attributes["connectionreferencelogicalname"] ?? "";
  return { kind: "connectionreferences", table: "connectionreference", id: guidOf("connectionreference", name), row: {
    connectionreferencelogicalname: name, connectionreferencedisplayname: textOf(reference, "connectionreferencedisplayname"), connectorid: textOf(reference, "connectorid") } };
});

/** Text of a sharded component: `<displayname default="…"/>`. */
export const shardedText = (element: Element, name: string): string => element.children.find((child) => child.name === name)?.attributes["default"] ?? textOf(element, name);

const definitionId = (schemaName: string): string => guidOf("environmentvariabledefinition", schemaName);

export const environmentVariables: ComponentReader = (from) => pathsOf(from, /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/).map((path) => {
  const variable = xmlFile(from, path);
  const schemaName = variable.attributes["schemaname"] ?? "";
  return { kind: "environmentvariabledefinitions", table: "environmentvariabledefinition", id: definitionId(schemaName), row: {
    schemaname: schemaName, displayname: shardedText(variable, "displayname"), description: shardedText(variable, "description"), defaultvalue: textOf(variable, "defaultvalue"),
    type: numberOf(variable, "type") ?? 100_000_000, isrequired: textOf(variable, "isrequired") === "1", secretstore: numberOf(variable, "secretstore") ?? 0 } };
});

interface ValuesJson { readonly environmentvariablevalues?: { readonly environmentvariablevalue?: { readonly value?: unknown } } }

/** Values that a package ships for its own variables. */
export const environmentValues: ComponentReader = (from) => pathsOf(from, /^environmentvariabledefinitions\/[^/]+\/environmentvariablevalues\.json$/).map((path) => {
  const schemaName = path.split("/")[1] ?? "";
  const json = JSON.parse(textFile(from, path, `The environment variable '${schemaName}'`)) as ValuesJson;
  return { kind: "environmentvariablevalues", table: "environmentvariablevalue", id: guidOf("environmentvariablevalue", schemaName), row: {
    schemaname: schemaName, value: String(json.environmentvariablevalues?.environmentvariablevalue?.value ?? ""), environmentvariabledefinitionid: to("environmentvariabledefinition", definitionId(schemaName)) } };
});
