import { requiredNavigation } from "../../query/odata/select";
import { navigationOf } from "../../query/navigation";
import type { Table } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { csdl } from "../definitions/csdl";
import { definitions, isDefinitions } from "../definitions/answer";
import { keyOf, requireRow, setTable, type Target } from "../keys";
import { invoke, type Bound } from "../operations/invoke";
import { fetchRows, storedFetchXml } from "../read/fetch";
import { countRows, listRows } from "../read/list";
import { tableRequest } from "../read/odata-context";
import { oneRow } from "../read/one";
import { json, plain } from "../reply";
import type { Segment } from "../url";
import { bulk } from "../write/bulk";
import { deleteRow, patchRow } from "../write/change";
import { createRow } from "../write/create";
import { deleteProperty, getProperty, putProperty } from "../write/property";
import { references } from "../write/refs";
import { related } from "./related";

/** Answers a Web API call below the version. Throws DataverseError for everything that it does not know. */
export function route(call: Call): WebResponse {
  const [first, ...rest] = call.address.segments;
  if (first === undefined) return serviceDocument(call);
  if (first.name === "$metadata") return plain(csdl(call.metadata), 200, "application/xml; charset=utf-8");
  if (isDefinitions(first.name)) return definitions(call);
  if (call.metadata.tablesBySet.has(first.name)) {
    const table = setTable(call, first.name);
    if (first.inner !== null) return row(call, { table, key: keyOf(table, first.inner) }, rest);
    return rest.length === 0 ? rows(call, table) : belowSet(call, table, rest);
  }
  if (rest.length === 0) return invoke(call, first, { kind: "global" }) ?? notFound(first.name);
  return notFound(first.name);
}

function serviceDocument(call: Call): WebResponse {
  const sets = [...call.metadata.tablesBySet.keys()].sort().map((name) => ({ name, kind: "EntitySet", url: name }));
  return json({ "@odata.context": `${call.root}$metadata`, value: sets });
}

function rows(call: Call, table: Table): WebResponse {
  if (call.method === "POST") return createRow(call, table);
  if (call.method !== "GET") return wrongMethod(call);
  const { options } = call.address;
  const fetchXml = options.get("fetchXml");
  if (fetchXml !== undefined) return fetchRows(call, table, fetchXml);
  for (const [option, view] of [["savedQuery", "savedquery"], ["userQuery", "userquery"]] as const) {
    const id = options.get(option);
    if (id !== undefined) return fetchRows(call, table, storedFetchXml(call, { table: view, id }));
  }
  return listRows(call, tableRequest(call, table));
}

function belowSet(call: Call, table: Table, [next, extra]: readonly Segment[]): WebResponse {
  if (next === undefined || extra !== undefined) return notFound(extra?.name ?? "");
  if (next.name === "$count" && call.method === "GET") return countRows(call, tableRequest(call, table));
  const name = operationName(next);
  if (name === null) return notFound(next.name);
  const many = call.method === "POST" ? bulk(call, table, name) : null;
  return many ?? bound(call, { ...next, name }, { kind: "collection", table: table.logicalName });
}

function row(call: Call, target: Target, rest: readonly Segment[]): WebResponse {
  const [next, ...further] = rest;
  if (next === undefined) return wholeRow(call, target);
  const name = operationName(next);
  if (name !== null) return bound(call, { ...next, name }, { kind: "entity", target: { logicalName: target.table.logicalName, id: requireRow(call, target).id } });
  const [after, extra] = further;
  if (extra !== undefined) return notFound(extra.name);
  if (after?.name === "$ref") return references(call, { target, name: next.name, inner: next.inner });
  if (navigationOf(call.metadata, target.table, next.name) !== null) {
    return related(call, { target, navigation: requiredNavigation(call.metadata, target.table, next.name), count: after?.name === "$count" });
  }
  if (after !== undefined && after.name !== "$value") return notFound(after.name);
  return property(call, target, { name: next.name, raw: after !== undefined });
}

function wholeRow(call: Call, target: Target): WebResponse {
  if (call.method === "GET") return oneRow(call, target);
  if (call.method === "PATCH") return patchRow(call, target);
  return call.method === "DELETE" ? deleteRow(call, target) : wrongMethod(call);
}

function property(call: Call, target: Target, { name, raw }: { readonly name: string; readonly raw: boolean }): WebResponse {
  if (call.method === "GET") return getProperty(call, target, { name, raw });
  if (call.method === "PUT") return putProperty(call, target, name);
  return call.method === "DELETE" ? deleteProperty(call, target, name) : wrongMethod(call);
}

/** Name of a bound operation: `Microsoft.Dynamics.CRM.Name`; null for anything else. */
const operationName = ({ name }: Segment): string | null => /^Microsoft\.Dynamics\.CRM\.(\w+)$/.exec(name)?.[1] ?? null;

function bound(call: Call, segment: Segment, to: Bound): WebResponse {
  return invoke(call, segment, to) ?? notFound(segment.name);
}

function notFound(segment: string): never {
  throw new DataverseError("0x8006088a", `Resource not found for the segment '${segment}'.`, 404);
}

function wrongMethod(call: Call): never {
  throw new DataverseError("0x80060888", `The requested resource does not support http method '${call.method}'.`, 405);
}
