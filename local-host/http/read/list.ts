import type { Query, QueryPage } from "../../query/ir";
import { aggregateColumn } from "../../query/shape";
import type { TableRequest } from "../../query/odata/request";
import type { Row } from "../../service/contract";
import { DataverseError } from "../../service/error";
import type { Call } from "../call";
import type { WebResponse } from "../contract";
import { applied, wants } from "../prefer";
import { json, plain } from "../reply";
import { Currencies } from "./currencies";
import { nextLink, readSkipToken } from "./next-link";
import { propertyWriter } from "./properties";
import { contextColumns, entitiesOf, prepared } from "./rows";

/** Answers a collection: a page of rows with count, annotations and the link to the next page. `narrow` restricts it to related rows. */
export function listRows(call: Call, request: TableRequest, narrow: (query: Query) => Query = (query) => query): WebResponse {
  if (request.query.aggregate !== null) return aggregateRows(call, request, narrow);
  const ready = prepared(call, request, []);
  const query = paged(call, narrow(ready.query));
  const page = call.host.service.retrieveMultiple(query, call.user);
  const value = entitiesOf(call, { ...request, query: ready.query }, { rows: page.rows, hidden: ready.hidden });
  return json({
    "@odata.context": `${call.root}$metadata#${request.table.entitySetName}${contextColumns(request)}`,
    ...counts(call, page),
    value,
    ...next(call, query, page),
  }, 200, preferenceApplied(call));
}

function paged(call: Call, query: Query): Query {
  const token = call.address.options.get("$skiptoken");
  const sized = call.prefer.pageSize === null ? query : { ...query, pageSize: call.prefer.pageSize, top: null };
  if (token === undefined) return sized;
  const here = readSkipToken(token);
  if (here === null) throw new DataverseError("0x80060888", "The $skiptoken is malformed; follow @odata.nextLink as it was given.");
  return { ...sized, page: here.page, cookie: here.cookie };
}

function next(call: Call, query: Query, page: QueryPage): Record<string, string> {
  if (!page.more || page.cookie === null) return {};
  const path = `${call.root}${call.address.path}`;
  return { "@odata.nextLink": nextLink(path, call.address.options, { page: query.page + 1, cookie: page.cookie }) };
}

/** Counts of a page; the platform's own annotations only when asked for. */
export function counts(call: Call, page: QueryPage): Record<string, unknown> {
  const count = page.total === null ? {} : { "@odata.count": page.total };
  if (!wants(call.prefer, "Microsoft.Dynamics.CRM.totalrecordcount")) return count;
  return {
    ...count,
    "@Microsoft.Dynamics.CRM.totalrecordcount": page.total ?? -1,
    "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded": page.total === 5000 && page.more,
    "@Microsoft.Dynamics.CRM.globalmetadataversion": call.metadata.version,
  };
}

/** The Preference-Applied header of a read. */
export function preferenceApplied(call: Call): Record<string, string> {
  const value = applied(call.prefer, ["pageSize", "annotations"]);
  return value === null ? {} : { "preference-applied": value };
}

function aggregateRows(call: Call, request: TableRequest, narrow: (query: Query) => Query): WebResponse {
  const query = paged(call, narrow(request.query));
  const page = call.host.service.retrieveMultiple(query, call.user);
  const write = aggregateWriter(call, query);
  return json({ "@odata.context": `${call.root}$metadata#${request.table.entitySetName}`, ...counts(call, page), value: page.rows.map(write), ...next(call, query, page) }, 200, preferenceApplied(call));
}

/** Turns rows of an aggregate into JSON; nulls are left out, as the platform does. */
export function aggregateWriter(call: Call, query: Query): (row: Row) => Record<string, unknown> {
  const table = call.metadata.tables.get(query.table);
  const currencies = new Currencies(call);
  const { groups, measures } = query.aggregate ?? { groups: [], measures: [] };
  const writers = [...groups, ...measures].map(({ alias }) => {
    const column = aggregateColumn(call.metadata, query, alias);
    if (column === null || table === undefined) return plainWriter(alias);
    return propertyWriter(call, { name: alias, property: alias, column, table, omitNull: true }, currencies);
  });
  return (row) => {
    const out: Record<string, unknown> = {};
    for (const write of writers) write(row, out);
    return out;
  };
}

function plainWriter(alias: string): (row: Row, out: Record<string, unknown>) => void {
  return (row, out) => {
    const value = row[alias];
    if (value !== null && value !== undefined) out[alias] = value;
  };
}

/** `set/$count`: the number of rows as text, 5,000 at most. */
export function countRows(call: Call, request: TableRequest, narrow: (query: Query) => Query = (query) => query): WebResponse {
  const query: Query = { ...narrow(request.query), columns: [], count: true, top: null, pageSize: 1, order: [] };
  return plain(String(call.host.service.retrieveMultiple(query, call.user).total ?? 0));
}

