import { environmentVariables } from "#solution/environment";
import { connectionReferences } from "#solution/connections";
import { anchor, code, escaped, grid, heading, page } from "./markdown";

/** What the package ships; the pin of the rules is reckoned when it is built. */
function defaultOf({ schemaName, initial }: (typeof environmentVariables)[number]): string {
  if (schemaName === "duly_rules") return "the rule bundle of the release";
  return initial === "" ? "empty" : code(initial);
}

/** Environment variables and connection references. */
export const environmentPage = (): string => page(
  heading(1, "Environment variables and connections"),
  heading(2, "Environment variables"),
  grid(["Variable", "Label", "Type", "Default", "Description"], environmentVariables.map((variable) => [
    `${anchor(variable.schemaName)}${code(variable.schemaName)}`, escaped(variable.label), variable.type, defaultOf(variable), escaped(variable.help),
  ])),
  heading(2, "Connection references"),
  grid(["Connection reference", "Label", "Connector"], connectionReferences.map((reference) => [code(reference.logicalName), escaped(reference.label), code(reference.connector)])),
);
