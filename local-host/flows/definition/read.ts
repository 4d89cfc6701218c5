import { FlowError, notSupported } from "../error";
import { compileText } from "../expression/template";
import { fromJson, isArray, isObject, type FlowObject, type FlowValue } from "../expression/value";
import { buildBlock } from "../run/build";
import type { Flow, TriggerSource } from "./flow";
import { objectAt, objectsOf, textAt } from "./json";
import { parameterValues, type EnvironmentVariables } from "./parameters";

const TRIGGER_SETTINGS = new Set(["type", "kind", "inputs", "recurrence", "conditions", "runtimeConfiguration", "metadata", "description", "operationOptions", "evaluatedRecurrence"]);

/** A row of table workflow, category 5. */
export interface FlowRow { readonly id: string; readonly name: string; readonly on: boolean; readonly clientData: string }

/** Reads a flow from its clientdata. Throws FlowError when the JSON is no flow; parts that cannot run fail only when they run. */
export function readFlow(row: FlowRow, variables: EnvironmentVariables): Flow {
  const properties = objectAt(parsed(row), "properties");
  const definition = objectAt(properties, "definition");
  const actionNames = new Set<string>();
  const block = buildBlock(definition["actions"], { connections: connectionsOf(properties), actionNames });
  return {
    id: row.id, name: row.name, on: row.on, block, actionNames,
    trigger: triggerOf(row, definition),
    parameters: parameterValues(objectAt(definition, "parameters"), variables),
    usesResult: /result\s*\(/i.test(row.clientData),
  };
}

function parsed(row: FlowRow): FlowObject {
  try {
    const value = fromJson(JSON.parse(row.clientData));
    if (isObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FlowError("InvalidDefinition", `The definition of the flow '${row.name}' is not JSON: ${error.message}`);
  }
  throw new FlowError("InvalidDefinition", `The definition of the flow '${row.name}' is not an object.`);
}

function connectionsOf(properties: FlowObject): ReadonlyMap<string, string> {
  return new Map(objectsOf(properties["connectionReferences"]).map(([name, reference]) => [name, textAt(objectAt(reference, "api"), "name") ?? name]));
}

function triggerOf(row: FlowRow, definition: FlowObject): TriggerSource {
  const triggers = objectsOf(definition["triggers"]);
  const [first] = triggers;
  if (!first || triggers.length > 1) throw new FlowError("InvalidDefinition", `The flow '${row.name}' has ${triggers.length} triggers; exactly one is expected.`);
  const [name, json] = first;
  const unknown = Object.keys(json).find((key) => !TRIGGER_SETTINGS.has(key));
  if (unknown !== undefined) throw notSupported("Trigger setting", unknown);
  return { name, json, type: textAt(json, "type") ?? "", inputs: objectAt(json, "inputs"), conditions: conditionsOf(json["conditions"]) };
}

function conditionsOf(conditions: FlowValue | undefined): TriggerSource["conditions"] {
  if (conditions === undefined || !isArray(conditions)) return [];
  return conditions.map((condition) => compileText(isObject(condition) ? textAt(condition, "expression") ?? "" : ""));
}
