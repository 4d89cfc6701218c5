import type { WebHandler } from "../../../http/contract";
import { isArray, isObject, type FlowObject, type FlowValue } from "../../expression/value";
import type { Operation, OperationResult } from "../contract";
import { Parameters } from "../parameters";
import { API, nameSegment, queryString, send } from "./request";

const OPTIONS = ["$select", "$filter", "$orderby", "$expand", "$top", "$skiptoken", "fetchXml"] as const;

/** ListRecords: one page, or with a pagination policy page after page until so many rows are there. FetchXML gives one page, as the connector does. */
export function listRecords(web: WebHandler): Operation {
  return ({ parameters, minimumItemCount }) => {
    const given = new Parameters(parameters, "ListRecords");
    given.allowOnly(["entityName", ...OPTIONS]);
    const options = Object.fromEntries(OPTIONS.map((name) => [name, given.optional(name)]));
    const first = send(web, { method: "GET", path: nameSegment(given.required("entityName")) + queryString(options) });
    return minimumItemCount === null ? first : allPages(web, first, minimumItemCount);
  };
}

function allPages(web: WebHandler, first: OperationResult, wanted: number): OperationResult {
  const rows: FlowValue[] = [];
  let page = first;
  for (;;) {
    if (page.statusCode >= 400 || !isObject(page.body)) return page;
    rows.push(...rowsOf(page.body));
    const next = nextPath(page.body);
    if (next === null || rows.length >= wanted) return { ...first, body: withRows(first.body, rows) };
    page = send(web, { method: "GET", path: next });
  }
}

function rowsOf(body: FlowObject): readonly FlowValue[] {
  const { value } = body;
  return value !== undefined && isArray(value) ? value : [];
}

function nextPath(body: FlowObject): string | null {
  const link = body["@odata.nextLink"];
  const at = typeof link === "string" ? link.indexOf(`${API}/`) : -1;
  return typeof link !== "string" || at < 0 ? null : link.slice(at + API.length + 1);
}

function withRows(body: FlowValue, value: readonly FlowValue[]): FlowValue {
  if (!isObject(body)) return body;
  return { ...Object.fromEntries(Object.entries(body).filter(([key]) => key !== "@odata.nextLink")), value };
}
