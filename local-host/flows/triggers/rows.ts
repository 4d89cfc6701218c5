import type { LocalHost } from "../../host.contract";
import type { Metadata, Table } from "../../metadata/model";
import { parseRequest } from "../../query/odata/request";
import { rowTest, type RowTest } from "../../query/row-test";
import { DataverseError } from "../../service/error";
import { isObject, type FlowObject } from "../expression/value";
import { send } from "../connectors/dataverse/request";
import { FlowError } from "../error";

/** The row as the Web API gives it, without the envelope's links; null when it is gone. */
export function readRow(host: LocalHost, table: string, id: string): FlowObject | null {
  const found = host.service.metadata.tables.get(table);
  if (!found) return null;
  const { statusCode, body } = send(host.web, { method: "GET", path: `${found.entitySetName}(${id})` });
  return statusCode < 400 && isObject(body) ? body : null;
}

/** true when the row exists and fulfils the OData filter. Throws FlowError when the filter cannot be parsed. */
export function rowMatches(host: LocalHost, row: { readonly table: string; readonly id: string }, filter: string): boolean {
  return filterTest(host, tableNamed(host, row.table), filter)(host.sql, row.id);
}

/** Throws FlowError when the table is unknown or the filter cannot be parsed. */
export function checkFilter(host: LocalHost, table: string, filter: string | null): void {
  const found = tableNamed(host, table);
  if (filter !== null) filterTest(host, found, filter);
}

function tableNamed(host: LocalHost, name: string): Table {
  const table = host.service.metadata.tables.get(name);
  if (!table) throw new FlowError("InvalidTrigger", `The trigger waits for rows of the table '${name}', which does not exist.`);
  return table;
}

const tests = new WeakMap<Metadata, Map<string, RowTest>>();

/** Kept for the second in which it was parsed: a filter may speak of today. */
function filterTest(host: LocalHost, table: Table, filter: string): RowTest {
  const { metadata } = host.service;
  const nowUtc = host.clock.now();
  const key = `${nowUtc}|${table.logicalName}|${filter}`;
  const known = tests.get(metadata)?.get(key);
  if (known !== undefined) return known;
  const test = parseFilter(host, table, { filter, nowUtc });
  const others = [...tests.get(metadata) ?? []].filter(([other]) => other.startsWith(nowUtc));
  tests.set(metadata, new Map([...others, [key, test]]));
  return test;
}

function parseFilter(host: LocalHost, table: Table, { filter, nowUtc }: { readonly filter: string; readonly nowUtc: string }): RowTest {
  const { metadata } = host.service;
  const asker = { nowUtc, userId: host.systemUserId };
  try {
    return rowTest(metadata, parseRequest(table, new Map([["$select", table.primaryId], ["$filter", filter]]), { metadata, asker, aliases: new Map() }).query);
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    throw new FlowError("InvalidTrigger", `The filter '${filter}' of a trigger is refused: ${error.message}`);
  }
}
