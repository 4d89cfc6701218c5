import type { Navigation } from "../../query/navigation";
import { relatedQuery } from "../read/related";
import type { TableRequest } from "../../query/odata/request";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { requireRow, type Target } from "../keys";
import { countRows, listRows } from "../read/list";
import { tableRequest } from "../read/odata-context";
import { entityContext, readEntity } from "../read/one";
import { empty, json } from "../reply";
import { createRow } from "../write/create";
import { pointed } from "../write/refs";

/** `set(key)/nav`: the rows that a navigation property leads to. */
export interface RelatedPath { readonly target: Target; readonly navigation: Navigation; readonly count: boolean }

/** Reads related rows; a POST creates one that points to this row. */
export function related(call: Call, { target, navigation, count }: RelatedPath): WebResponse {
  const owner = { logicalName: target.table.logicalName, id: requireRow(call, target).id };
  if (call.method === "POST" && navigation.kind === "many") {
    return createRow(call, navigation.target, { [navigation.relationship.referencingColumn]: owner });
  }
  if (call.method !== "GET") throw new DataverseError("0x80060888", `'${navigation.name}' is read with GET here; relate rows with $ref.`, 405);
  const request = tableRequest(call, navigation.target);
  if (navigation.kind === "one") return single(call, request, pointed(call, navigation, owner)[0]);
  const narrow = (query: TableRequest["query"]): TableRequest["query"] => relatedQuery(navigation, [owner.id], query);
  return count ? countRows(call, request, narrow) : listRows(call, request, narrow);
}

function single(call: Call, request: TableRequest, id: string | undefined): WebResponse {
  const entity = id === undefined ? null : readEntity(call, { table: request.table, key: { id } }, request);
  return entity === null ? empty() : json({ "@odata.context": entityContext(call, request), ...entity });
}
