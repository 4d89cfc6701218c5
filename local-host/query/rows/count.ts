import type { Sql, SqlValue } from "../../store/sql";

/** A SELECT with its parameters. */
export interface Select { readonly text: string; readonly parameters: readonly SqlValue[] }

/** How many rows a SELECT gives, counting no further than the limit. */
export function countUpTo(sql: Sql, select: Select, limit: number): number {
  const row = sql.get(`SELECT count(*) AS n FROM (${select.text} LIMIT ${limit})`, select.parameters);
  return Number(row?.["n"] ?? 0);
}
