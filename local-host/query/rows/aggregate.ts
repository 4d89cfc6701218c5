import type { Metadata } from "../../metadata/model";
import { DataverseError } from "../../service/error";
import type { Row, Value } from "../../service/contract";
import type { Sql, SqlRow } from "../../store/sql";
import type { Query, QueryPage } from "../ir";
import { conditionSql } from "../sql/conditions";
import { joins } from "../sql/joins";
import { groupSql, measureSql, type AggregateTerm } from "../sql/measures";
import { hidesNothing, type Hides } from "../sql/hidden";
import { openScope, quoted, resolve } from "../sql/scope";
import { decoderOf, typeKey } from "./decode";
import { References } from "./references";

/** Most rows that an aggregate may run over. */
export const AGGREGATE_LIMIT = 50_000;

/** SQL column with the number of rows that match, over all groups. */
const MATCHED = "matched";

/** Runs an aggregate query. Throws 0x8004E023 when more than 50,000 rows match. */
export function readAggregate(sql: Sql, metadata: Metadata, query: Query, hides: Hides = hidesNothing): QueryPage {
  const scope = openScope(metadata, query.table, hides);
  const from = `FROM ${quoted(query.table)} t0${joins(scope, query.links)}`;
  const rows = `${from}${query.filter === null ? "" : ` WHERE ${conditionSql(scope, query.filter)}`}`;
  const { measures, groups } = query.aggregate ?? { measures: [], groups: [] };
  const grouped = groups.map((group) => groupSql(group, resolve(scope, group.ref)));
  const terms = [...grouped, ...measures.map((each) => measureSql(each, each.ref === null ? null : resolve(scope, each.ref)))];
  const by = grouped.length === 0 ? "" : ` GROUP BY ${grouped.map((term) => term.group).join(", ")}`;
  const text = `SELECT ${[...terms.map(selected), `SUM(COUNT(*)) OVER () AS ${MATCHED}`].join(", ")} ${rows}${by}${orderText(query, terms)} LIMIT ${query.pageSize + 1} OFFSET ${(query.page - 1) * query.pageSize}`;
  const found = sql.all(text, scope.parameters.values);
  if (Number(found[0]?.[MATCHED] ?? 0) > AGGREGATE_LIMIT) throw new DataverseError("0x8004E023", "AggregateQueryRecordLimit exceeded. Cannot perform this operation.");
  const more = found.length > query.pageSize;
  const page = { metadata, terms, names: query.lookupNames !== false };
  return { rows: decode(sql, page, more ? found.slice(0, query.pageSize) : found), more, cookie: more ? `<cookie page="${query.page}"></cookie>` : null, total: null };
}

function selected(term: AggregateTerm, index: number): string {
  const own = `${term.sql} AS c${index}`;
  return term.type === undefined ? own : `${own}, ${term.type} AS ${typeKey(`c${index}`)}`;
}

function orderText(query: Query, terms: readonly AggregateTerm[]): string {
  const asked = (query.aggregate?.order ?? []).map(({ alias, descending }) => {
    const index = terms.findIndex((term) => term.alias === alias);
    if (index < 0) throw new DataverseError("0x80041103", `Nothing in the aggregate query has the alias '${alias}' to order by.`);
    return `${terms[index]?.group ?? index + 1}${descending ? " DESC" : ""}`;
  });
  const groups = terms.flatMap((term) => (term.group === undefined ? [] : [term.group]));
  const order = [...asked, ...groups];
  return order.length === 0 ? "" : ` ORDER BY ${order.join(", ")}`;
}

interface Page { readonly metadata: Metadata; readonly terms: readonly AggregateTerm[]; readonly names: boolean }

function decode(sql: Sql, { metadata, terms, names }: Page, found: readonly SqlRow[]): Row[] {
  const references = new References();
  const steps = terms.map((term, index) => {
    const read = term.column === null ? number : decoderOf(term.column, references);
    return { alias: term.alias, key: `c${index}`, read };
  });
  const rows = found.map((row) => Object.fromEntries(steps.map(({ alias, key, read }): [string, Value] => [alias, read(row, key)])));
  if (names) references.readNames(sql, metadata);
  return rows;
}

function number(row: SqlRow, key: string): Value {
  const value = row[key];
  return value == null ? null : Number(value);
}
