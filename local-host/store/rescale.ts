import type { Metadata } from "../metadata/model";
import { scaleOf } from "../metadata/column-kinds";
import { quoted } from "./ddl";
import type { Sql } from "./sql";

/** Brings stored decimals to the places that their columns have in the next snapshot; what gets fewer is rounded half away from zero. */
export function rescaleDecimals(sql: Sql, before: Metadata, next: Metadata): void {
  for (const table of next.tables.values()) {
    for (const column of table.columns.values()) {
      const stored = before.tables.get(table.logicalName)?.columns.get(column.logicalName);
      const [from, to] = [stored === undefined ? null : scaleOf(stored), scaleOf(column)];
      if (from === null || to === null || from === to) continue;
      const name = quoted(column.logicalName);
      const factor = 10n ** BigInt(Math.abs(to - from));
      const half = factor / 2n;
      const term = to > from ? `${name} * ${factor}` : `(${name} + CASE WHEN ${name} < 0 THEN -${half} ELSE ${half} END) / ${factor}`;
      sql.run(`UPDATE ${quoted(table.logicalName)} SET ${name} = ${term} WHERE ${name} IS NOT NULL`);
    }
  }
}
