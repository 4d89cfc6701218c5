import type { Expand, TableRequest } from "../../query/odata/request";
import type { Query } from "../../query/ir";
import type { Row } from "../../service/contract";
import type { Call } from "../call";
import { wants } from "../prefer";
import { entityWriter, withColumns } from "./entities";
import { addExpand } from "./expand";
import { FORMATTED } from "./properties";
import { neededColumn } from "./related";

/** A query ready to run, with the columns that are read but not shown. */
export interface Prepared { readonly query: Query; readonly hidden: ReadonlySet<string> }

/** Adds what etags, expands and the caller need to a request's columns, and reads names of lookups only where they are shown. */
export function prepared(call: Call, request: TableRequest, more: readonly string[]): Prepared {
  const needed = ["versionnumber", ...request.expands.flatMap(({ navigation }: Expand) => neededColumn(navigation)), ...more];
  const { query, hidden } = withColumns(request.query, needed);
  return { query: { ...query, lookupNames: wants(call.prefer, FORMATTED) }, hidden };
}

/** Rows of a prepared query as JSON objects, with their expands. */
export function entitiesOf(call: Call, request: TableRequest, { rows, hidden }: { readonly rows: readonly Row[]; readonly hidden: ReadonlySet<string> }): Record<string, unknown>[] {
  const { table, expands } = request;
  const write = entityWriter(call, request.query, { hidden, omitNull: false });
  const outs = rows.map(write);
  if (expands.length === 0) return outs;
  const parents = rows.map((row, index) => {
    const id = String(row[table.primaryId]);
    return { row, out: outs[index] ?? {}, id, path: `${table.entitySetName}(${id})` };
  });
  for (const expand of expands) addExpand(call, expand, parents);
  return outs;
}

/** The part of @odata.context in brackets: selected columns and expands; "" for everything. */
export function contextColumns({ selected, expands }: TableRequest): string {
  const columns = selected === null ? [] : selected.split(",").map((name) => name.trim());
  const nested = expands.map(({ navigation, request }) => `${navigation.name}${contextColumns(request) || "()"}`);
  return columns.length + nested.length === 0 ? "" : `(${[...columns, ...nested].join(",")})`;
}
