import { textOf } from "../xml/element";
import { finding, type Finding } from "./finding";
import type { FlowSource } from "./flows";
import { isObject, type JsonObject, objectAt, objectsOf, valuesOf } from "./json";

/** What the definition of every cloud flow has. */
function missing({ flow, client }: FlowSource): readonly Finding[] {
  const definition = objectAt(objectAt(client, "properties"), "definition");
  const parameters = objectAt(definition, "parameters");
  const schema = isObject(client) ? client.schemaVersion : undefined;
  const names = [
    ...(typeof schema === "string" ? [] : ["schemaVersion"]), ...["$schema", "contentVersion"].filter((name) => typeof definition[name] !== "string"),
    ...["$connections", "$authentication"].filter((name) => !isObject(parameters[name])), ...["triggers", "actions"].filter((name) => Object.keys(objectAt(definition, name)).length === 0),
  ];
  return names.map((name) => finding("DULY-CHECK-113", flow, name));
}

const connector = (path: unknown): string => (typeof path === "string" ? /[^/]*$/.exec(path)?.[0] ?? "" : "");

/** The connector of a connection is told three times: in the flow, by each action, and in the connection reference. */
function connectors({ flow, client, contents }: FlowSource): readonly Finding[] {
  const local = objectAt(objectAt(client, "properties"), "connectionReferences");
  const shipped = new Map(contents.connections.map(({ root }) => [root.attributes.connectionreferencelogicalname ?? "", connector(textOf(root, "connectorid"))]));
  const apiOf = (key: string): unknown => objectAt(objectAt(local, key), "api").name;
  const declared = Object.keys(local).flatMap((key) => {
    const reference = objectAt(objectAt(local, key), "connection").connectionReferenceLogicalName;
    return typeof reference === "string" && shipped.has(reference) ? [[key, String(apiOf(key)), shipped.get(reference) ?? ""] as const] : [];
  });
  const used = objectsOf(client, "host").filter((host) => typeof host.apiId === "string" && typeof host.connectionName === "string" && host.connectionName in local)
    .map((host) => [String(host.connectionName), connector(host.apiId), String(apiOf(String(host.connectionName)))] as const);
  const wrong = new Map([...declared, ...used].filter(([, one, other]) => one !== other).map((all) => [all.join(), all]));
  return [...wrong.values()].map(([key, one, other]) => finding("DULY-CHECK-130", flow, key, one, other));
}

/** Actions of one scope that can never begin, because each waits for another of them. */
function waiting(actions: JsonObject): readonly string[] {
  const left = new Map(Object.entries(actions).map(([name, step]) => [name, Object.keys(objectAt(step, "runAfter")).filter((after) => after in actions)]));
  for (let free: readonly string[] = [""]; free.length > 0;) {
    free = [...left].filter(([, after]) => after.every((name) => !left.has(name))).map(([name]) => name);
    for (const name of free) left.delete(name);
  }
  return [...left.keys()];
}

const cycles = ({ flow, client }: FlowSource): readonly Finding[] => valuesOf(client, "actions").filter(isObject).map(waiting).filter((names) => names.length > 0)
  .map((names) => finding("DULY-CHECK-131", flow, names.join(", ")));

const states: Readonly<Record<string, string>> = { 0: "1", 1: "2" };

const state = ({ flow: { root }, flow }: FlowSource): readonly Finding[] => {
  const [given, reason] = [textOf(root, "StateCode"), textOf(root, "StatusCode")];
  return states[given] === undefined || states[given] === reason ? [] : [finding("DULY-CHECK-138", flow, given, reason)];
};

/** A flow is whole, its connections are of one connector, and its actions can run. */
export const shape = (source: FlowSource): readonly Finding[] => [...missing(source), ...connectors(source), ...cycles(source), ...state(source)];
