import type { Metadata } from "../metadata/model";
import type { Sql } from "../store/sql";
import type { Query } from "./ir";
import { conditionSql } from "./sql/conditions";
import { joins } from "./sql/joins";
import { openScope, quoted, tableOf } from "./sql/scope";

/** Whether the row with an id exists and fulfils the filter. */
export type RowTest = (sql: Sql, id: string) => boolean;

/** A query's filter as a test of single rows; put into SQL once, however many rows are asked about. Throws DataverseError for an unknown column. */
export function rowTest(metadata: Metadata, { table, links, filter }: Query): RowTest {
  const scope = openScope(metadata, table);
  const id = scope.parameters.add("");
  const from = `FROM ${quoted(table)} t0${joins(scope, links)} WHERE t0.${quoted(tableOf(metadata, table).primaryId)} = ${id}`;
  const text = `SELECT 1 ${from}${filter === null ? "" : ` AND ${conditionSql(scope, filter)}`} LIMIT 1`;
  const rest = scope.parameters.values.slice(1);
  return (sql, rowId) => sql.get(text, [rowId, ...rest]) !== null;
}
