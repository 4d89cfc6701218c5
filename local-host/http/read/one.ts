import { keyQuery, missing, type Target } from "../keys";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { empty, json } from "../reply";
import { badUri } from "../../query/odata/error";
import type { TableRequest } from "../../query/odata/request";
import { preferenceApplied } from "./list";
import { tableRequest } from "./odata-context";
import { contextColumns, entitiesOf, prepared } from "./rows";

/** Answers one row; 304 when the client has this version already, 404 when there is none. */
export function oneRow(call: Call, target: Target): WebResponse {
  refuseOptions(call);
  const request = tableRequest(call, target.table);
  const entity = readEntity(call, target, request);
  if (entity === null) return missing(target);
  if (isUnchanged(call, request, entity)) return empty(304, { etag: String(entity["@odata.etag"]) });
  return json({ "@odata.context": entityContext(call, request), ...entity }, 200, { ...etagHeader(entity), ...preferenceApplied(call) });
}

/** A single row has nothing to filter, sort or count. */
function refuseOptions(call: Call): void {
  const wrong = [...call.address.options.keys()].find((name) => name.startsWith("$") && name !== "$select" && name !== "$expand");
  if (wrong !== undefined) throw badUri(`The query option '${wrong}' cannot be used on a single row.`);
}

/** The JSON object of a row without its context; null when there is none. */
export function readEntity(call: Call, { table, key }: Target, request: TableRequest): Record<string, unknown> | null {
  const ready = prepared(call, request, []);
  const query = { ...ready.query, filter: keyQuery(table, key).filter, pageSize: 1 };
  const { rows } = call.host.service.retrieveMultiple(query, call.user);
  return entitiesOf(call, { ...request, query: ready.query }, { rows, hidden: ready.hidden })[0] ?? null;
}

export const entityContext = (call: Call, request: TableRequest): string =>
  `${call.root}$metadata#${request.table.entitySetName}${contextColumns(request)}/$entity`;

export const etagHeader = (entity: Readonly<Record<string, unknown>>): Record<string, string> => {
  const etag = entity["@odata.etag"];
  return typeof etag === "string" ? { etag } : {};
};

/** Never with $expand or annotations: what they show may have changed while the row did not. */
function isUnchanged(call: Call, request: TableRequest, entity: Readonly<Record<string, unknown>>): boolean {
  const sent = call.headers["if-none-match"];
  return sent !== undefined && sent === entity["@odata.etag"] && request.expands.length === 0 && call.prefer.annotations.length === 0;
}
