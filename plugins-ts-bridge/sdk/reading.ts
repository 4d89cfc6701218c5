import { pageRows, type Query } from "./query";
import type { TableName } from "./tables";
import type { RawRow } from "./value";

/** What a rule asks for: FetchXML texts. */
export type Need = readonly string[];

/** A rule, or a part of it, that reads: yields what it needs and is given the rows of each. */
export type Reading<T> = Generator<Need, T, readonly (readonly RawRow[])[]>;

type AnyQuery = Query<TableName, unknown>;
type RowsOf<Q> = Q extends Query<TableName, infer Row> ? readonly Row[] : never;
export type Answers<Q extends readonly AnyQuery[]> = { readonly [K in keyof Q]: RowsOf<Q[K]> };

/** Reads several tables in one round trip, and as many further ones as the longest answer has pages. */
export function* readTogether<const Q extends readonly AnyQuery[]>(...queries: Q): Reading<Answers<Q>> {
  const rows: RawRow[][] = queries.map(() => []);
  let open = queries.map((query, index) => ({ query, index }));
  for (let page = 1; open.length > 0; page += 1) {
    const answers = yield open.map(({ query }) => query.toFetchXml(page));
    open.forEach(({ index }, position) => { for (const row of answers[position] ?? []) rows[index]?.push(row); });
    open = open.filter(({ query }, position) => query.top === null && (answers[position]?.length ?? 0) >= pageRows);
  }
  // The rows have the columns that the queries select: the only place where that is believed.
  return rows as unknown as Answers<Q>;
}

/** Reads one table. */
export function* read<Row>(query: Query<TableName, Row>): Reading<readonly Row[]> {
  const [rows] = yield* readTogether(query);
  return rows as readonly Row[];
}

/** Reads an aggregate by hand-written FetchXML; the columns are its aliases. */
export function* readAggregates(...fetchXml: readonly string[]): Reading<readonly (readonly RawRow[])[]> {
  return yield fetchXml;
}
