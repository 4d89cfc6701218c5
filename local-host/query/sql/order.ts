import type { Column } from "../../metadata/model";
import { isChoice, isLookup, isText } from "../../metadata/column-kinds";
import type { Link, Order, Query } from "../ir";
import { comparable } from "./conditions";
import { quoted, resolve, sourceOf, type Scope, type SqlColumn } from "./scope";

/** One key that rows are sorted by. `numeric`: how its value is read back from a paging cookie. */
export interface SortKey {
  readonly name: string;
  readonly sql: string;
  readonly descending: boolean;
  readonly numeric: boolean;
  readonly text: boolean;
}

/** The sort keys of a query: those asked for, then the primary ids, so that no two rows tie. */
export function sortKeys(scope: Scope, query: Query): SortKey[] {
  const keys = query.order.map((order) => askedKey(scope, order));
  if (query.distinct) return keys;
  const ids = [idKey(scope, null), ...multiplying(scope, query.links).map((link) => idKey(scope, link.alias))];
  return [...keys, ...ids.filter((id) => !keys.some((key) => key.sql === id.sql))];
}

/** Links that can bring several rows for one of the parent; a link to a primary id brings one at most. */
function multiplying(scope: Scope, links: readonly Link[]): Link[] {
  return links.flatMap((link) => {
    const own = link.from === sourceOf(scope, link.alias).table.primaryId ? [] : [link];
    return [...own, ...multiplying(scope, link.links)];
  });
}

function idKey(scope: Scope, alias: string | null): SortKey {
  const { name, table } = sourceOf(scope, alias);
  const shown = alias === null ? table.primaryId : `${alias}.${table.primaryId}`;
  return { name: shown, sql: `${name}.${quoted(table.primaryId)}`, descending: false, numeric: false, text: false };
}

function askedKey(scope: Scope, order: Order): SortKey {
  const column = resolve(scope, order.ref);
  const name = order.ref.link === null ? order.ref.column : `${order.ref.link}.${order.ref.column}`;
  const byName = isLookup(column.column);
  const byLabel = order.byLabel === true && isChoice(column.column);
  const sql = byName ? lookupName(scope, column) : byLabel ? label(scope, column) : comparable(column);
  const text = byName || byLabel || isText(column.column);
  return { name, sql, descending: order.descending, numeric: !text && isNumber(column.column), text };
}

const NOT_NUMBERS = new Set(["uniqueidentifier", "dateonly", "datetime", "multiselect"]);
const isNumber = (column: Column): boolean => !NOT_NUMBERS.has(column.type);

/** Lookups sort by the primary name of what they point to. */
function lookupName(scope: Scope, { sql, column }: SqlColumn): string {
  const names = (column.targets ?? []).flatMap((target) => {
    const table = scope.metadata.tables.get(target);
    if (table?.primaryName == null) return [];
    return [`(SELECT fold(${quoted(table.primaryName)}) FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ${sql})`];
  });
  if (names.length === 0) return sql;
  return names.length === 1 ? names.join("") : `COALESCE(${names.join(", ")})`;
}

function label(scope: Scope, { sql, column }: SqlColumn): string {
  const cases = (column.options ?? []).map((option) => `WHEN ${option.value} THEN ${scope.parameters.add(option.labels[1033] ?? "")}`);
  return cases.length === 0 ? sql : `fold(CASE ${sql} ${cases.join(" ")} END)`;
}

/** ORDER BY text; empty when nothing is to be sorted. */
export function orderBy(keys: readonly SortKey[]): string {
  return keys.length === 0 ? "" : ` ORDER BY ${keys.map((key) => `${key.sql}${key.descending ? " DESC" : ""}`).join(", ")}`;
}
