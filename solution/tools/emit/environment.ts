import type { ConnectionIr, VariableIr } from "../ir/solution";
import { element, type Element, group, leaf } from "../xml/element";
import { introduced, shardedText } from "./texts";

const types: Readonly<Record<VariableIr["type"], number>> = { text: 100000000, yesno: 100000002, json: 100000003 };

/** `environmentvariabledefinition.xml` (sharded). */
export const variableDefinition = (variable: VariableIr): Element => element("environmentvariabledefinition", { schemaname: variable.schemaName }, [
  leaf("defaultvalue", variable.value), shardedText("description", variable.description), shardedText("displayname", variable.label),
  leaf("introducedversion", introduced), leaf("iscustomizable", 1), leaf("isrequired", 0), leaf("secretstore", 0), leaf("type", types[variable.type]),
]);

/** Connection references stand in Customizations.xml itself. */
export const connectionReferences = (connections: readonly ConnectionIr[]): Element => group("connectionreferences", connections.map((connection) =>
  element("connectionreference", { connectionreferencelogicalname: connection.logicalName }, [
    leaf("connectionreferencedisplayname", connection.label), leaf("connectorid", `/providers/Microsoft.PowerApps/apis/${connection.connector}`),
    leaf("iscustomizable", 1), leaf("promptingbehavior", 0), leaf("statecode", 0), leaf("statuscode", 1),
  ])));
