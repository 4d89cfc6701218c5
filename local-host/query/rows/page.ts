import type { Metadata } from "../../metadata/model";
import type { Row, Value } from "../../service/contract";
import type { Sql, SqlRow, SqlValue } from "../../store/sql";
import { hasTypeColumn } from "../../metadata/column-kinds";
import { readCookie, writeCookie } from "../cookie";
import type { Query, QueryPage } from "../ir";
import { resultColumns, type ResultColumn } from "../shape";
import { conditionSql } from "../sql/conditions";
import { joins } from "../sql/joins";
import { after } from "../sql/keyset";
import { orderBy, sortKeys, type SortKey } from "../sql/order";
import { hidesNothing, type Hides } from "../sql/hidden";
import { openScope, quoted, resolve, type Scope } from "../sql/scope";
import { countUpTo } from "./count";
import { decoderOf, typeKey, type Decoder } from "./decode";
import { References } from "./references";

/** Most rows that `count` counts, and most rows of a page. */
export const PAGE_LIMIT = 5000;

interface Plan {
  readonly scope: Scope;
  readonly columns: readonly ResultColumn[];
  readonly from: string;
  readonly where: string;
  readonly keys: readonly SortKey[];
}

/** Reads one page of rows. */
export function readPage(sql: Sql, metadata: Metadata, query: Query, hides: Hides = hidesNothing): QueryPage {
  const plan = planOf(metadata, query, hides);
  const size = pageSize(query);
  const total = query.count ? countUpTo(sql, { text: countText(plan, query), parameters: plan.scope.parameters.values }, PAGE_LIMIT) : null;
  const found = size === 0 ? [] : sql.all(pageText(plan, query, size), plan.scope.parameters.values);
  const kept = found.length > size ? found.slice(0, size) : found;
  const more = found.length > size && !reachedTop(query);
  const rows = decode(sql, { metadata, query, columns: plan.columns }, kept);
  return { rows, more, cookie: more ? cookieOf(plan, query, kept) : null, total };
}

function planOf(metadata: Metadata, query: Query, hides: Hides): Plan {
  const scope = openScope(metadata, query.table, hides);
  const columns = resultColumns(metadata, query);
  const from = `${quoted(query.table)} t0${joins(scope, query.links)}`;
  const where = query.filter === null ? "" : conditionSql(scope, query.filter);
  return { scope, columns, from, where, keys: sortKeys(scope, query) };
}

function pageSize(query: Query): number {
  const size = Math.min(Math.max(query.pageSize, 1), PAGE_LIMIT);
  return query.top === null ? size : Math.max(0, Math.min(size, query.top - (query.page - 1) * size));
}

/** Whether this page holds the last row that `top` allows. */
function reachedTop(query: Query): boolean {
  const before = (query.page - 1) * Math.min(Math.max(query.pageSize, 1), PAGE_LIMIT);
  return query.top !== null && before + pageSize(query) >= query.top;
}

function selectText({ scope, columns }: Plan): string[] {
  return columns.flatMap(({ ref, column }, index) => {
    const { sql, source } = resolve(scope, ref);
    const own = `${sql} AS c${index}`;
    return hasTypeColumn(column) ? [own, `${source.name}.${quoted(`${column.logicalName}__type`)} AS ${typeKey(`c${index}`)}`] : [own];
  });
}

/** Under which name each sort key comes: that of a column which is selected anyway, else one of its own. */
function keyNames({ scope, columns, keys }: Plan): readonly string[] {
  const selected = columns.map(({ ref }) => resolve(scope, ref).sql);
  return keys.map(({ sql }, index) => {
    const column = selected.indexOf(sql);
    return column < 0 ? `k${index}` : `c${column}`;
  });
}

/** The sort keys that no column brings along: a cookie is made of their values. */
const ownKeys = (plan: Plan): readonly string[] => {
  const names = keyNames(plan);
  return plan.keys.flatMap(({ sql }, index) => (names[index] === `k${index}` ? [`${sql} AS k${index}`] : []));
};

function pageText(plan: Plan, query: Query, size: number): string {
  const { scope, keys } = plan;
  const keyset = query.cookie !== null && !query.distinct;
  const beyond = keyset ? [after(keys, readCookie(query.cookie ?? "", keys), scope.parameters)] : [];
  const tests = [plan.where, ...beyond].filter((test) => test !== "");
  const selected = [...selectText(plan), ...(query.distinct ? [] : ownKeys(plan))];
  const skipped = keyset ? "" : ` OFFSET ${(query.page - 1) * Math.min(query.pageSize, PAGE_LIMIT)}`;
  return `SELECT ${query.distinct ? "DISTINCT " : ""}${selected.join(", ")} FROM ${plan.from}`
    + `${tests.length === 0 ? "" : ` WHERE ${tests.join(" AND ")}`}${orderBy(keys)} LIMIT ${size + 1}${skipped}`;
}

function countText(plan: Plan, query: Query): string {
  const columns = query.distinct ? `DISTINCT ${selectText(plan).join(", ")}` : "1";
  return `SELECT ${columns} FROM ${plan.from}${plan.where === "" ? "" : ` WHERE ${plan.where}`}`;
}

function cookieOf(plan: Plan, query: Query, rows: readonly SqlRow[]): string {
  const keys = query.distinct ? [] : plan.keys;
  const names = query.distinct ? [] : keyNames(plan);
  const values = (row: SqlRow | undefined): SqlValue[] => names.map((name) => row?.[name] ?? null);
  return writeCookie(query.page, keys, { first: values(rows[0]), last: values(rows.at(-1)) });
}

interface Decoding { readonly metadata: Metadata; readonly query: Query; readonly columns: readonly ResultColumn[] }

function decode(sql: Sql, { metadata, query, columns }: Decoding, rows: readonly SqlRow[]): Row[] {
  const references = new References();
  const steps = columns.map(({ name, column }, index): [string, string, Decoder] => [name, `c${index}`, decoderOf(column, references)]);
  const decoded = rows.map((row) => {
    const values: Record<string, Value> = {};
    for (const [name, key, read] of steps) values[name] = read(row, key);
    return values;
  });
  if (query.lookupNames !== false) references.readNames(sql, metadata);
  return decoded;
}
