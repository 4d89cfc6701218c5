import type { Clock, UnsupportedEntry, UnsupportedLedger } from "../host.contract";
import type { Sql } from "./sql";

/** The ledger of unsupported requests kept in the store. */
export function createLedger(sql: Sql, clock: Clock): UnsupportedLedger {
  return {
    note: (kind, what) => sql.run(
      `INSERT INTO "__unsupported" VALUES (?, ?, 1, ?) ON CONFLICT ("kind", "what") DO UPDATE SET "count" = "count" + 1`, [kind, what, clock.now()]),
    list: () => sql.all(`SELECT * FROM "__unsupported" ORDER BY "kind", "what"`).map((row): UnsupportedEntry => ({
      kind: String(row["kind"]), what: String(row["what"]), count: Number(row["count"]), firstSeen: String(row["firstseen"]),
    })),
  };
}
