import { environmentVariables } from "#solution/environment";
import { connectionReferences } from "#solution/connections";
import { anchor, code, escaped, grid, heading, page } from "./markdown";

/** Environment variables and connection references. */
export const environmentPage = (): string => page(
  heading(1, "Environment variables and connections"),
  heading(2, "Environment variables"),
  grid(["Variable", "Label", "Type", "Default", "Description"], environmentVariables.map((variable) => [
    `${anchor(variable.schemaName)}${code(variable.schemaName)}`, escaped(variable.label), variable.type, variable.initial === "" ? "empty" : code(variable.initial), escaped(variable.help),
  ])),
  heading(2, "Connection references"),
  grid(["Connection reference", "Label", "Connector"], connectionReferences.map((reference) => [code(reference.logicalName), escaped(reference.label), code(reference.connector)])),
);
