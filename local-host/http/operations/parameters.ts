import type { EntityReference, Value } from "../../service/contract";
import { DataverseError, UnsupportedError } from "../../service/error";
import type { Call } from "../call";
import { isObject, jsonNumber, parseJson } from "../json";
import { existing } from "../write/body";
import { tableOf } from "../../query/sql/scope";
import type { Parameter } from "./custom-apis";

const TYPES = ["Boolean", "DateTime", "Decimal", "Entity", "EntityCollection", "EntityReference", "Float", "Integer", "Money", "Picklist", "String", "StringArray", "Guid"] as const;
type TypeName = (typeof TYPES)[number];

const typeName = ({ type }: Parameter): TypeName => TYPES[type] ?? "String";

/** A parameter's JSON value as the service's. Throws 0x80048d19 for a value of another type. */
export function inputValue(call: Call, parameter: Parameter, value: unknown): Value {
  if (value === null) return null;
  const name = typeName(parameter);
  switch (name) {
    case "Boolean": return typeof value === "boolean" ? value : refuse(parameter, value);
    case "Integer": case "Picklist": return Number.isInteger(value) ? Number(value) : refuse(parameter, value);
    case "Float": return Number.isFinite(Number(value)) ? Number(value) : refuse(parameter, value);
    case "Decimal": case "Money": return /^-?\d+(\.\d+)?$/.test(String(value)) ? String(value) : refuse(parameter, value);
    case "EntityReference": return reference(call, parameter, value);
    case "Entity": case "EntityCollection": case "StringArray": throw new UnsupportedError("custom API parameter type", name);
    default: return text(parameter, value);
  }
}

function text(parameter: Parameter, value: unknown): string {
  if (typeof value !== "string") return refuse(parameter, value);
  if (typeName(parameter) === "Guid") return value.replace(/[{}]/g, "").toLowerCase();
  if (typeName(parameter) !== "DateTime") return value;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? refuse(parameter, value) : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** `{"@odata.id":"set(id)"}`, `{"@odata.type":"Microsoft.Dynamics.CRM.x","xid":"…"}`, or one of these as JSON text. */
function reference(call: Call, parameter: Parameter, value: unknown): EntityReference {
  const given = typeof value === "string" ? parseJson(value) : value;
  if (!isObject(given)) return refuse(parameter, value);
  const address = given["@odata.id"];
  if (typeof address === "string") return existing(call, address);
  const table = tableOf(call.metadata, String(given["@odata.type"] ?? parameter.table ?? "").replace(/^#?(Microsoft\.Dynamics\.CRM|mscrm)\./, ""));
  const id = given[table.primaryId];
  return typeof id === "string" ? { logicalName: table.logicalName, id: id.replace(/[{}]/g, "").toLowerCase() } : refuse(parameter, value);
}

/** A response property's value as JSON. */
export function outputValue(call: Call, parameter: Parameter, value: Value): unknown {
  const name = typeName(parameter);
  if (value === null) return null;
  if (name === "Decimal" || name === "Money") return jsonNumber(String(value));
  if (typeof value !== "object" || !("id" in value)) return value;
  const table = tableOf(call.metadata, value.logicalName);
  return { "@odata.type": `#Microsoft.Dynamics.CRM.${value.logicalName}`, [table.primaryId]: value.id };
}

function refuse(parameter: Parameter, value: unknown): never {
  throw new DataverseError("0x80048d19", `The parameter '${parameter.name}' is of type ${typeName(parameter)}; '${JSON.stringify(value)}' is not.`);
}
