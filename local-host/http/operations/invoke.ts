import type { EntityReference, Value } from "../../service/contract";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { parseObject } from "../json";
import { empty, json } from "../reply";
import type { Segment } from "../url";
import { urlArguments } from "./arguments";
import { builtIn } from "./built-in";
import { customApi, type CustomApi } from "./custom-apis";
import { inputValue, outputValue } from "./parameters";
import { attributePrivileges } from "./principal";

/** What an operation is bound to: nothing, a row, or the set of a table. */
export type Bound = { readonly kind: "global" } | { readonly kind: "entity"; readonly target: EntityReference } | { readonly kind: "collection"; readonly table: string };

/** Runs a function or action by its name; null when nothing has that name and binding. */
export function invoke(call: Call, segment: Segment, bound: Bound): WebResponse | null {
  const standard = standardOperation(call, segment, bound);
  if (standard !== null) return standard;
  const api = customApi(call, segment.name);
  if (api === null || !fits(api, bound)) return null;
  if (call.method !== (api.isFunction ? "GET" : "POST")) {
    throw new DataverseError("0x80060888", `'${api.name}' is ${api.isFunction ? "a function: call it with GET" : "an action: call it with POST"}.`, 405);
  }
  const sent = api.isFunction ? urlArguments(call, segment.inner) : parseObject(call.body);
  const output = call.host.sql.transaction(() => call.host.service.execute(api.name, inputs(call, api, { sent, bound }), call.user));
  return respond(call, api, output);
}

/** The platform's own operations that the host has; null for any other. */
function standardOperation(call: Call, segment: Segment, bound: Bound): WebResponse | null {
  if (bound.kind === "global") return builtIn(call, segment);
  return bound.kind === "entity" && segment.name === "RetrievePrincipalAttributePrivileges" ? attributePrivileges(call, bound.target) : null;
}

function fits(api: CustomApi, bound: Bound): boolean {
  if (api.binding !== bound.kind) return false;
  return bound.kind === "global" || api.boundTable === null || api.boundTable === (bound.kind === "entity" ? bound.target.logicalName : bound.table);
}

interface Sent { readonly sent: Readonly<Record<string, unknown>>; readonly bound: Bound }

function inputs(call: Call, api: CustomApi, { sent, bound }: Sent): Record<string, Value> {
  const input: Record<string, Value> = bound.kind === "entity" ? { Target: bound.target } : {};
  for (const [name, value] of Object.entries(sent)) {
    if (name.startsWith("@")) continue;
    const parameter = api.parameters.find((each) => each.name === name);
    if (parameter === undefined) throw new DataverseError("0x80048d19", `The parameter '${name}' in the request payload is not a valid parameter for the operation '${api.name}'.`);
    input[name] = inputValue(call, parameter, value);
  }
  return input;
}

function respond(call: Call, api: CustomApi, output: Readonly<Record<string, Value>>): WebResponse {
  if (api.properties.length === 0) return empty();
  const body: Record<string, unknown> = { "@odata.context": `${call.root}$metadata#Microsoft.Dynamics.CRM.${api.name}Response` };
  for (const property of api.properties) {
    const value = output[property.name];
    if (value !== undefined) body[property.name] = outputValue(call, property, value);
  }
  return json(body);
}
