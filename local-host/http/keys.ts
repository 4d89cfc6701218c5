import type { Table } from "../metadata/model";
import { columnOf } from "../query/sql/scope";
import { noProperty } from "../query/odata/error";
import { propertyColumn } from "../query/odata/ground";
import { splitOutside } from "../query/odata/split";
import type { RowKey, Value } from "../service/contract";
import { DataverseError } from "../service/error";
import type { Query } from "../query/ir";
import type { Call } from "./call";
import { decoded, segmentsOf } from "./url";

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** A row named in a URL. */
export interface Target { readonly table: Table; readonly key: RowKey }

/** The key in brackets: a GUID (quoted or not), `accountid=<guid>`, or an alternate key `a='x',b=3`. */
export function keyOf(table: Table, inner: string): RowKey {
  const [, id] = GUID.exec(inner.replace(/^'|'$/g, "")) ?? [];
  if (id !== undefined) return { id: id.toLowerCase() };
  const pairs = splitOutside(inner, ",").map((part) => keyPart(table, part));
  const [first] = pairs;
  if (pairs.length === 1 && first?.[0] === table.primaryId) return { id: String(first[1]).toLowerCase() };
  const names = pairs.map(([name]) => name);
  const known = table.keys.some(({ columns }) => columns.length === names.length && columns.every((name) => names.includes(name)));
  if (!known) throw new DataverseError("0x80060888", `The key (${names.join(", ")}) is no alternate key of '${table.logicalName}'.`);
  return { key: Object.fromEntries(pairs) };
}

function keyPart(table: Table, part: string): [string, Value] {
  const [, name, text] = /^(\w+)=(.*)$/s.exec(part) ?? [];
  if (name === undefined || text === undefined) throw new DataverseError("0x80060888", `Bad Request - Error in query syntax: '${part}' is no key.`);
  if (!table.columns.has(name) && !/^_.+_value$/.test(name)) throw noProperty(name, table.logicalName);
  const column = table.columns.has(name) ? columnOf(table, name) : propertyColumn(table, name);
  const value = text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
  return [column.logicalName, keyValue(value, column)];
}

const NUMBERS = new Set(["integer", "bigint", "picklist", "state", "status", "double"]);

function keyValue(text: string, column: ReturnType<typeof columnOf>): Value {
  if (NUMBERS.has(column.type)) return Number(text);
  if (column.targets !== undefined) return { logicalName: column.targets[0] ?? "", id: text.toLowerCase() };
  return text;
}

/** The table of an entity set. */
export function setTable(call: Call, name: string): Table {
  const table = call.metadata.tablesBySet.get(name);
  if (table === undefined) throw new DataverseError("0x8006088a", `Resource not found for the segment '${name}'.`, 404);
  return table;
}

/** A reference as clients write it: "set(id)", "/set(key='x')", an absolute URL, or "$1" inside a change set. */
export function referenceTarget(call: Call, text: string): Target {
  const path = text.replace(/^https?:\/\/[^/]+/, "").replace(/^\/+api\/data\/v\d+\.\d+/, "").replace(/^\/+/, "");
  const [segment, extra] = segmentsOf(contentReference(call, decoded(path)));
  if (segment?.inner == null || extra !== undefined) throw new DataverseError("0x80048d19", `'${text}' names no row; "set(id)" is expected.`);
  const table = setTable(call, segment.name);
  return { table, key: keyOf(table, segment.inner) };
}

/** Puts the row that a Content-ID stands for in place of a leading "$1". */
export function contentReference(call: Pick<Call, "contentIds">, path: string): string {
  const [, id] = /^(\$\d+)(?=\/|$)/.exec(path) ?? [];
  if (id === undefined) return path;
  const row = call.contentIds.get(id);
  if (row === undefined) throw new DataverseError("0x80060888", `Content-ID Reference: '${id}' does not exist in the batch context.`);
  return row + path.slice(id.length);
}

/** A query for the row of a key. */
export function keyQuery(table: Table, key: RowKey): Query {
  const pairs: [string, Value][] = "id" in key ? [[table.primaryId, key.id]] : Object.entries(key.key);
  return {
    table: table.logicalName, columns: [], links: [], order: [], aggregate: null, distinct: false, pageSize: 1, page: 1, cookie: null, top: null, count: false,
    filter: { kind: "and", all: pairs.map(([column, value]) => ({ kind: "compare", ref: { link: null, column }, operator: "eq", right: { kind: "value", value: scalar(value) } })) },
  };
}

function scalar(value: Value): string | number | boolean | null {
  if (typeof value !== "object" || value === null) return value;
  return "id" in value ? value.id : value.join(",");
}

/** Id and version of the row of a key; null when there is none. */
export function findRow(call: Call, { table, key }: Target): { readonly id: string; readonly version: number } | null {
  const query = { ...keyQuery(table, key), columns: [{ column: "versionnumber" }], lookupNames: false };
  const [row] = call.host.service.retrieveMultiple(query, call.user).rows;
  return row === undefined ? null : { id: String(row[table.primaryId]), version: Number(row["versionnumber"]) };
}

/** As `findRow`; throws the platform's 404 when there is no row. */
export function requireRow(call: Call, target: Target): { readonly id: string; readonly version: number } {
  return findRow(call, target) ?? missing(target);
}

/** The 404 of a row that does not exist. */
export function missing({ table, key }: Target): never {
  if ("id" in key) throw new DataverseError("0x80040217", `${table.logicalName} With Id = ${key.id} Does Not Exist`, 404);
  throw new DataverseError("0x80060891", "A record with the specified key values does not exist in " + `${table.logicalName} entity`, 404);
}
