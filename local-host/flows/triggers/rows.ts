import type { LocalHost } from "../../host.contract";
import { isArray, isObject, type FlowObject } from "../expression/value";
import { queryString, send } from "../connectors/dataverse/request";
import { objectAt, textAt } from "../definition/json";
import { FlowError } from "../error";

/** The row as the Web API gives it, without the envelope's links; null when it is gone. */
export function readRow(host: LocalHost, table: string, id: string): FlowObject | null {
  const found = host.service.metadata.tables.get(table);
  if (!found) return null;
  const { statusCode, body } = send(host.web, { method: "GET", path: `${found.entitySetName}(${id})` });
  return statusCode < 400 && isObject(body) ? body : null;
}

/** true when the row exists and fulfils the OData filter. Throws FlowError when the Web API refuses the filter. */
export function rowMatches(host: LocalHost, row: { readonly table: string; readonly id: string }, filter: string): boolean {
  const found = host.service.metadata.tables.get(row.table);
  if (!found) return false;
  return count(host, found.entitySetName, { $select: found.primaryId, $filter: `${found.primaryId} eq ${row.id} and (${filter})` }) > 0;
}

/** Throws FlowError when the table is unknown or the Web API refuses the filter. */
export function checkFilter(host: LocalHost, table: string, filter: string | null): void {
  const found = host.service.metadata.tables.get(table);
  if (!found) throw new FlowError("InvalidTrigger", `The trigger waits for rows of the table '${table}', which does not exist.`);
  if (filter !== null) count(host, found.entitySetName, { $select: found.primaryId, $top: "1", $filter: filter });
}

function count(host: LocalHost, set: string, options: Readonly<Record<string, string>>): number {
  const { statusCode, body } = send(host.web, { method: "GET", path: set + queryString(options) });
  if (statusCode >= 400) {
    const error = isObject(body) ? objectAt(body, "error") : {};
    throw new FlowError("InvalidTrigger", `The filter '${options["$filter"] ?? ""}' of a trigger is refused: ${textAt(error, "message") ?? `status ${statusCode}`}`);
  }
  const rows = isObject(body) ? body["value"] : null;
  return rows !== undefined && rows !== null && isArray(rows) ? rows.length : 0;
}
