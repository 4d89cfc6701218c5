import type { Change } from "../../service/contract";
import type { Sql } from "../../store/sql";

/** A run that is owed: written with the change that caused it, deleted with the record of its end. */
export interface Callback {
  readonly id: number;
  readonly flowId: string;
  readonly message: Change["message"];
  readonly table: string;
  readonly rowId: string;
  /** The same on every delivery. */
  readonly runId: string;
  /** How many runs led to one another before this one. */
  readonly depth: number;
}

/** Makes the table of owed runs when it is missing. */
export function createCallbacks(sql: Sql): void {
  sql.run(`CREATE TABLE IF NOT EXISTS "__callback" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "flowid" TEXT NOT NULL, "message" TEXT NOT NULL,
    "tablename" TEXT NOT NULL, "rowkey" TEXT NOT NULL, "runid" TEXT NOT NULL, "depth" INTEGER NOT NULL)`);
}

export function addCallback(sql: Sql, { flowId, message, table, rowId, runId, depth }: Omit<Callback, "id">): void {
  sql.run(`INSERT INTO "__callback" ("flowid", "message", "tablename", "rowkey", "runid", "depth") VALUES (?, ?, ?, ?, ?, ?)`, [flowId, message, table, rowId, runId, depth]);
}

export function oldestCallback(sql: Sql): Callback | null {
  const row = sql.get(`SELECT * FROM "__callback" ORDER BY "id" LIMIT 1`);
  if (!row) return null;
  const text = (name: string): string => String(row[name] ?? "");
  // The cast is sound: addCallback writes nothing else.
  return { id: Number(row["id"]), flowId: text("flowid"), message: text("message") as Callback["message"], table: text("tablename"), rowId: text("rowkey"), runId: text("runid"), depth: Number(row["depth"]) };
}

export const callbacksOwed = (sql: Sql): number => Number(sql.get(`SELECT COUNT(*) AS n FROM "__callback"`)?.["n"] ?? 0);

export function removeCallback(sql: Sql, id: number): void {
  sql.run(`DELETE FROM "__callback" WHERE "id" = ?`, [id]);
}
