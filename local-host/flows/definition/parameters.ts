import { FlowError } from "../error";
import { double } from "../expression/arithmetic";
import { fromJson, type FlowObject, type FlowValue } from "../expression/value";
import { objectAt, objectsOf, textAt } from "./json";

/** Schema name (lower case) -> current value, else the default of the environment variable. */
export type EnvironmentVariables = ReadonlyMap<string, string>;

/** Values of a definition's parameters by lower-case name. Connections and authentication are empty objects: nothing reads them here. */
export function parameterValues(parameters: FlowObject, variables: EnvironmentVariables): ReadonlyMap<string, FlowValue> {
  return new Map(objectsOf(parameters).map(([name, parameter]) => {
    const schemaName = textAt(objectAt(parameter, "metadata"), "schemaName");
    const text = schemaName === null ? undefined : variables.get(schemaName.toLowerCase());
    const value = text === undefined ? parameter["defaultValue"] ?? null : typed(name, text, textAt(parameter, "type") ?? "String");
    return [name.toLowerCase(), value];
  }));
}

function typed(name: string, text: string, type: string): FlowValue {
  switch (type.toLowerCase()) {
    case "string": case "securestring": return text;
    case "bool": return /^(true|yes|1)$/i.test(text.trim());
    case "int": return number(name, text, Number.isSafeInteger);
    case "float": return double(number(name, text, Number.isFinite));
    default: return json(name, text);
  }
}

function number(name: string, text: string, accepts: (value: number) => boolean): number {
  const value = Number(text);
  if (text.trim() === "" || !accepts(value)) throw unreadable(name, text);
  return value;
}

function json(name: string, text: string): FlowValue {
  try {
    return fromJson(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw unreadable(name, text);
  }
}

function unreadable(name: string, text: string): FlowError {
  return new FlowError("InvalidParameter", `The environment variable of the parameter '${name}' has the value '${text.slice(0, 60)}', which does not fit the parameter's type.`);
}
