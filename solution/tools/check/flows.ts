import { childOf, childrenOf, textOf } from "../xml/element";
import type { Contents } from "./contents";
import type { Finding } from "./finding";
import { type Json, isObject, objectAt, valuesOf } from "./json";

interface Source { readonly path: string; readonly client: Json; readonly contents: Contents }

const say = ({ path }: Source, code: string, message: string): Finding => ({ code, where: path, message });
const texts = (values: readonly Json[]): readonly string[] => [...new Set(values.filter((value) => typeof value === "string"))];

function connections(source: Source): readonly Finding[] {
  const { client, contents } = source;
  const local = objectAt(objectAt(client, "properties"), "connectionReferences");
  const shipped = new Set(childrenOf(childOf(contents.customizations, "connectionreferences") ?? contents.customizations, "connectionreference").map((entry) => entry.attributes.connectionreferencelogicalname));
  return [
    ...texts(valuesOf(client, "connectionName")).filter((name) => !(name in local)).map((name) => say(source, "DULY-CHECK-020", `An action uses the connection ${name}, which the flow does not declare.`)),
    ...texts(valuesOf(local, "connectionReferenceLogicalName")).filter((name) => !shipped.has(name))
      .map((name) => say(source, "DULY-CHECK-021", `The flow uses the connection reference ${name}, which is not in solution/connections.ts.`)),
  ];
}

const variables = (source: Source): readonly Finding[] => texts(valuesOf(objectAt(objectAt(objectAt(source.client, "properties"), "definition"), "parameters"), "schemaName"))
  .filter((name) => !source.contents.folder.has(`environmentvariabledefinitions/${name}/environmentvariabledefinition.xml`))
  .map((name) => say(source, "DULY-CHECK-022", `The flow reads the environment variable ${name}, which is not in solution/environment.ts.`));

/** Actions name a table by its set, triggers by its logical name. */
function names(source: Source): readonly Finding[] {
  const { client, contents } = source;
  const sets = new Set([...contents.tables.values()].map((table) => table.setName));
  const apis = (name: string): boolean => contents.folder.has(`customapis/${name}/customapi.xml`);
  const custom = (name: string): boolean => name.includes("_");
  return [
    ...texts(valuesOf(client, "entityName")).filter((name) => custom(name) && !sets.has(name)).map((name) => say(source, "DULY-CHECK-023", `An action works on ${name}, which is no entity set of the package.`)),
    ...texts(valuesOf(client, "subscriptionRequest/entityname")).filter((name) => custom(name) && !contents.tables.has(name)).map((name) => say(source, "DULY-CHECK-023", `The trigger listens to ${name}, which is no table of the package.`)),
    ...texts(valuesOf(client, "actionName")).filter((name) => custom(name) && !apis(name)).map((name) => say(source, "DULY-CHECK-024", `An action calls ${name}, which is no custom API of the package.`)),
  ];
}

function clientData(path: string, contents: Contents): Json {
  const content = contents.folder.get(path.slice(0, -".data.xml".length));
  return content === undefined ? {} : JSON.parse(new TextDecoder().decode(content)) as Json;
}

/** Flows use only connections, variables, tables and custom APIs of the package. */
export const flows = (contents: Contents): readonly Finding[] => contents.flows.flatMap(({ path, root }) => {
  const source: Source = { path, client: clientData(path, contents), contents };
  const missing = isObject(source.client) && "properties" in source.client ? [] : [say(source, "DULY-CHECK-025", `${textOf(root, "JsonFileName")} is missing or no flow.`)];
  return [...missing, ...connections(source), ...variables(source), ...names(source)];
});
