import { childOf, childrenOf, textOf } from "../xml/element";
import type { Contents } from "./contents";
import type { Finding } from "./finding";
import { type Json, isObject, objectAt, valuesOf } from "./json";

interface Source { readonly path: string; readonly client: Json; readonly contents: Contents }

/** One finding for each name that is not known; "{0}" of the message is the name. */
const each = ({ path }: Source, code: string, names: readonly string[], message: string): readonly Finding[] =>
  names.map((name) => ({ code, where: path, message: message.replace("{0}", () => name) }));

const texts = (values: readonly Json[]): readonly string[] => [...new Set(values.filter((value) => typeof value === "string"))];

function connections(source: Source): readonly Finding[] {
  const { client, contents } = source;
  const local = objectAt(objectAt(client, "properties"), "connectionReferences");
  const references = childOf(contents.customizations, "connectionreferences") ?? contents.customizations;
  const shipped = new Set(childrenOf(references, "connectionreference").map((entry) => entry.attributes.connectionreferencelogicalname));
  const undeclared = texts(valuesOf(client, "connectionName")).filter((name) => !(name in local));
  const missing = texts(valuesOf(local, "connectionReferenceLogicalName")).filter((name) => !shipped.has(name));
  return [
    ...each(source, "DULY-CHECK-020", undeclared, "An action uses the connection {0}, which the flow does not declare."),
    ...each(source, "DULY-CHECK-021", missing, "The flow uses the connection reference {0}, which is not in solution/connections.ts."),
  ];
}

function variables(source: Source): readonly Finding[] {
  const parameters = objectAt(objectAt(objectAt(source.client, "properties"), "definition"), "parameters");
  const missing = texts(valuesOf(parameters, "schemaName"))
    .filter((name) => !source.contents.folder.has(`environmentvariabledefinitions/${name}/environmentvariabledefinition.xml`));
  return each(source, "DULY-CHECK-022", missing, "The flow reads the environment variable {0}, which is not in solution/environment.ts.");
}

/** Actions name a table by its set, triggers by its logical name; names without underscore are the platform's. */
function names(source: Source): readonly Finding[] {
  const { client, contents } = source;
  const sets = new Set([...contents.tables.values()].map((table) => table.setName));
  const strange = (key: string, known: (name: string) => boolean): readonly string[] =>
    texts(valuesOf(client, key)).filter((name) => name.includes("_") && !known(name));
  const noSet = strange("entityName", (name) => sets.has(name));
  const noTable = strange("subscriptionRequest/entityname", (name) => contents.tables.has(name));
  const noApi = strange("actionName", (name) => contents.folder.has(`customapis/${name}/customapi.xml`));
  return [
    ...each(source, "DULY-CHECK-023", noSet, "An action works on {0}, which is no entity set of the package."),
    ...each(source, "DULY-CHECK-023", noTable, "The trigger listens to {0}, which is no table of the package."),
    ...each(source, "DULY-CHECK-024", noApi, "An action calls {0}, which is no custom API of the package."),
  ];
}

function contentOf(path: string, contents: Contents): Json {
  const content = contents.folder.get(path.slice(0, -".data.xml".length));
  return content === undefined ? {} : JSON.parse(new TextDecoder().decode(content)) as Json;
}

/** Flows use only connections, variables, tables and custom APIs of the package. */
export const flows = (contents: Contents): readonly Finding[] => contents.flows.flatMap(({ path, root }) => {
  const source: Source = { path, client: contentOf(path, contents), contents };
  const broken = isObject(source.client) && "properties" in source.client ? [] : [textOf(root, "JsonFileName")];
  return [...each(source, "DULY-CHECK-025", broken, "{0} is missing or no flow."), ...connections(source), ...variables(source), ...names(source)];
});
