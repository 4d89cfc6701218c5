import type { Table } from "../../metadata/model";
import { parseFetchXml } from "../../query/fetchxml/parse";
import type { Query, QueryColumn, QueryPage } from "../../query/ir";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { wants } from "../prefer";
import { json } from "../reply";
import { entityWriter, withColumns } from "./entities";
import { aggregateWriter, counts, preferenceApplied } from "./list";
import { outerCookie } from "./next-link";
import { askerOf } from "./odata-context";
import { FORMATTED } from "./properties";
import type { Prepared } from "./rows";

/** `set?fetchXml=…`: runs FetchXML on the set's table. Values that are null are left out. */
export function fetchRows(call: Call, table: Table, fetchXml: string): WebResponse {
  const parsed = parseFetchXml(fetchXml, call.metadata, askerOf(call));
  if (parsed.table !== table.logicalName) {
    throw new DataverseError("0x80041103", `The entity '${parsed.table}' of the FetchXML is not the table of the set '${table.entitySetName}'.`);
  }
  const { query, hidden } = companions(table, parsed);
  const sized = call.prefer.pageSize === null || parsed.top !== null ? query : { ...query, pageSize: Math.min(query.pageSize, call.prefer.pageSize) };
  const page = call.host.service.retrieveMultiple({ ...sized, lookupNames: wants(call.prefer, FORMATTED) }, call.user);
  const write = parsed.aggregate === null ? entityWriter(call, query, { hidden, omitNull: true }) : aggregateWriter(call, query);
  const columns = parsed.columns === null || parsed.columns.length === 0 ? "" : `(${parsed.columns.map(({ column }) => column).join(",")})`;
  return json({
    "@odata.context": `${call.root}$metadata#${table.entitySetName}${columns}`,
    ...counts(call, page), ...cookies(call, sized, page),
    value: page.rows.map(write),
  }, 200, preferenceApplied(call));
}

/** Etags need the version, money its currency; the currency is shown, as the platform does. Aggregates and distinct rows stay as asked. */
function companions(table: Table, query: Query): Prepared {
  if (query.aggregate !== null || query.distinct) return { query, hidden: new Set() };
  const isMoney = ({ column }: QueryColumn): boolean => table.columns.get(column)?.type === "money";
  const currency = query.columns?.some(isMoney) === true && table.columns.has("transactioncurrencyid") ? ["transactioncurrencyid"] : [];
  const versioned = withColumns(query, ["versionnumber"]);
  return { query: withColumns(versioned.query, currency).query, hidden: versioned.hidden };
}

function cookies(call: Call, query: Query, page: QueryPage): Record<string, unknown> {
  if (!page.more || page.cookie === null) return {};
  const cookie = outerCookie({ page: query.page + 1, cookie: page.cookie });
  return {
    ...(wants(call.prefer, "Microsoft.Dynamics.CRM.morerecords") ? { "@Microsoft.Dynamics.CRM.morerecords": true } : {}),
    ...(wants(call.prefer, "Microsoft.Dynamics.CRM.fetchxmlpagingcookie") ? { "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie": cookie } : {}),
  };
}

/** `savedQuery=<id>` and `userQuery=<id>`: the FetchXML of a stored view. */
export function storedFetchXml(call: Call, view: { readonly table: "savedquery" | "userquery"; readonly id: string }): string {
  if (!call.metadata.tables.has(view.table)) throw new DataverseError("0x80040217", `${view.table} With Id = ${view.id} Does Not Exist`, 404);
  const row = call.host.service.retrieve(view.table, { id: view.id.replace(/[{}]/g, "").toLowerCase() }, ["fetchxml"], call.user);
  return String(row["fetchxml"]);
}
