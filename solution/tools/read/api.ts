import type { ApiRegistration, Parameter } from "../../model/manifest";
import type { ApiIr, ParameterIr } from "../ir/api";
import type { Labels } from "../labels";

/** English has no name for a parameter beside the one that callers write. */
const readParameters = (key: string, parameters: Readonly<Record<string, Parameter>>, labels: Labels): readonly ParameterIr[] =>
  Object.entries(parameters).map(([name, { type, help, optional = false }]) => ({
    name, label: labels.say(`${key}.${name}`, name), description: labels.say(`${key}.${name}.help`, help), type, optional,
  }));

/** A custom API with its texts: "api.<id>", "api.<id>.request.<name>", "api.<id>.response.<name>", and each of them with ".help". */
export const readApi = ({ id, label, help, request, response }: ApiRegistration, labels: Labels): ApiIr => ({
  id, label: labels.say(`api.${id}`, label), description: labels.say(`api.${id}.help`, help),
  request: readParameters(`api.${id}.request`, request, labels), response: readParameters(`api.${id}.response`, response, labels),
});
