import { textOf } from "../xml/element";
import type { RuleCode } from "./catalogue";
import type { Contents, Located } from "./contents";
import { finding, type Finding } from "./finding";
import { designer } from "./flow-designer";
import { calls } from "./flow-calls";
import { flowNames } from "./flow-names";
import { flowRuns } from "./flow-runs";
import { shape } from "./flow-shape";
import { type Json, isObject, objectAt, textsOf, valuesOf } from "./json";

export interface FlowSource { readonly flow: Located; readonly client: Json; readonly contents: Contents }

/** One finding for each name. */
const each = ({ flow }: FlowSource, code: RuleCode, names: readonly string[], ...more: readonly string[]): readonly Finding[] => names.map((name) => finding(code, flow, name, ...more));

function connections(source: FlowSource): readonly Finding[] {
  const local = objectAt(objectAt(source.client, "properties"), "connectionReferences");
  const shipped = new Set(source.contents.connections.map(({ root }) => root.attributes.connectionreferencelogicalname));
  return [
    ...each(source, "DULY-CHECK-020", textsOf(source.client, "connectionName").filter((name) => !(name in local))),
    ...each(source, "DULY-CHECK-021", textsOf(local, "connectionReferenceLogicalName").filter((name) => !shipped.has(name))),
  ];
}

function variables(source: FlowSource): readonly Finding[] {
  const parameters = objectAt(objectAt(objectAt(source.client, "properties"), "definition"), "parameters");
  const shipped = new Set(source.contents.variables.map(({ root }) => root.attributes.schemaname));
  return each(source, "DULY-CHECK-022", textsOf(parameters, "schemaName").filter((name) => !shipped.has(name)));
}

/** Actions name a table by its set, triggers by its logical name; names without underscore are the platform's. */
function names(source: FlowSource): readonly Finding[] {
  const { client, contents } = source;
  const sets = new Set([...contents.tables.values()].map((table) => table.setName));
  const apis = new Set(contents.apis.map(({ root }) => root.attributes.uniquename));
  const strange = (key: string, known: (name: string) => boolean): readonly string[] => textsOf(client, key).filter((name) => name.includes("_") && !known(name));
  return [
    ...each(source, "DULY-CHECK-023", strange("entityName", (name) => sets.has(name)), "entity set"),
    ...each(source, "DULY-CHECK-023", strange("subscriptionRequest/entityname", (name) => contents.tables.has(name)), "table"),
    ...each(source, "DULY-CHECK-024", strange("actionName", (name) => apis.has(name))),
  ];
}

/** The flow's clientdata; the reason instead when it cannot be read. A file that is not there is another rule's finding. */
function definitionOf(flow: Located, { entries }: Contents): Json | { readonly unreadable: string } {
  const path = textOf(flow.root, "JsonFileName").replace(/^\//, "");
  const content = entries.get(path);
  if (content === undefined) return {};
  try {
    const client = JSON.parse(new TextDecoder().decode(content)) as Json;
    return isObject(client) && valuesOf(client, "definition").length > 0 ? client : { unreadable: `${path} holds no flow` };
  } catch (error) {
    return { unreadable: `${path}: ${String(error)}` };
  }
}

const category = (flow: Located): readonly Finding[] => (textOf(flow.root, "Category") === "5" ? [] : [finding("DULY-CHECK-100", flow, textOf(flow.root, "Category"))]);

/** Cloud flows are marked as such, use only connections, variables, tables, columns and custom APIs of the package, and can be opened in the designer. */
export const flows = (contents: Contents): readonly Finding[] => contents.flows.filter(({ root }) => textOf(root, "JsonFileName") !== "").flatMap((flow) => {
  const client = definitionOf(flow, contents);
  if (isObject(client) && typeof client.unreadable === "string") return [finding("DULY-CHECK-025", flow, client.unreadable)];
  const source: FlowSource = { flow, client, contents };
  return [...category(flow), ...connections(source), ...variables(source), ...names(source), ...calls(source), ...designer(source), ...shape(source), ...flowNames(source), ...flowRuns(source)];
});
