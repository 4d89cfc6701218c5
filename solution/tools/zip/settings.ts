import type { DeploymentSettings } from "../../model/package";
import { childrenOf, textOf } from "../xml/element";
import { customizationsFile, type Folder, paths, xmlOf } from "./folder";

const definition = /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/;

/**
 * The settings of a folder's solution, values empty, for an administrator to fill in.
 * `pinned` are variables whose value the package itself brings: a value set beside it would outlive the next upgrade.
 */
export function deploymentSettings(folder: Folder, pinned: ReadonlySet<string>): DeploymentSettings {
  const names = paths(folder, definition, "unmanaged").map((path) => xmlOf(folder, path).attributes.schemaname ?? "").filter((name) => !pinned.has(name));
  const references = childrenOf(xmlOf(folder, customizationsFile), "connectionreferences").flatMap((list) => childrenOf(list, "connectionreference"));
  return {
    EnvironmentVariables: names.map((SchemaName) => ({ SchemaName, Value: "" })),
    ConnectionReferences: references.map((reference) => ({
      LogicalName: reference.attributes.connectionreferencelogicalname ?? "", ConnectionId: "", ConnectorId: textOf(reference, "connectorid"),
    })),
  };
}
