import type { DeploymentSettings } from "../../model/package";
import { childrenOf, textOf } from "../xml/element";
import { customizationsFile, type Folder, paths, xmlOf } from "./folder";

const definition = /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/;

/**
 * The settings of a folder's solution for an administrator to fill in: connections empty, variables with their defaults, so that a file imported as it is changes nothing.
 * `pinned` are variables whose value the package itself brings: a value set beside it would outlive the next upgrade.
 */
export function deploymentSettings(folder: Folder, pinned: ReadonlySet<string>): DeploymentSettings {
  const variables = paths(folder, definition, "unmanaged").map((path) => xmlOf(folder, path))
    .map((variable) => ({ SchemaName: variable.attributes.schemaname ?? "", Value: textOf(variable, "defaultvalue") }));
  const references = childrenOf(xmlOf(folder, customizationsFile), "connectionreferences").flatMap((list) => childrenOf(list, "connectionreference"));
  return {
    EnvironmentVariables: variables.filter(({ SchemaName }) => !pinned.has(SchemaName)),
    ConnectionReferences: references.map((reference) => ({
      LogicalName: reference.attributes.connectionreferencelogicalname ?? "", ConnectionId: "", ConnectorId: textOf(reference, "connectorid"),
    })),
  };
}
