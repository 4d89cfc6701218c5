import type { Sql } from "../store/sql";
import type { CodedMessage } from "./run/outcome";
import type { Run } from "./run/run-state";

export type RunStatus = "Succeeded" | "Failed" | "TimedOut" | "Cancelled" | "Skipped";

/** How a run ended. "Skipped" = it was owed but did not start, and `error` says why. Times are UTC, ISO 8601. */
export interface RunSummary {
  readonly runId: string;
  readonly flowId: string;
  /** Display name of the flow. */
  readonly flow: string;
  readonly trigger: string;
  readonly status: RunStatus;
  readonly error: CodedMessage | null;
  readonly startUtc: string;
  readonly endUtc: string;
}

export interface ActionStatus { readonly name: string; readonly status: string; readonly code: string; readonly message: string | null }

/** A run as kept in the store; actions only of runs that did not succeed. */
export interface RunHistory extends RunSummary { readonly actions: readonly ActionStatus[] }

/** Makes the table of runs when it is missing. */
export function createHistory(sql: Sql): void {
  sql.run(`CREATE TABLE IF NOT EXISTS "__flowrun" ("seq" INTEGER PRIMARY KEY AUTOINCREMENT, "id" TEXT NOT NULL UNIQUE, "flowid" TEXT NOT NULL, "flow" TEXT NOT NULL,
    "trigger" TEXT NOT NULL, "status" TEXT NOT NULL, "code" TEXT, "message" TEXT, "started" TEXT NOT NULL, "ended" TEXT NOT NULL, "actions" TEXT)`);
}

/** Records the end of a run; a repeated run replaces its earlier record. */
export function recordRun(sql: Sql, summary: RunSummary, actions: readonly ActionStatus[]): void {
  const { runId, flowId, flow, trigger, status, error, startUtc, endUtc } = summary;
  sql.run(`INSERT OR REPLACE INTO "__flowrun" ("id", "flowid", "flow", "trigger", "status", "code", "message", "started", "ended", "actions") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    runId, flowId, flow, trigger, status, error?.code ?? null, error?.message ?? null, startUtc, endUtc, actions.length === 0 ? null : JSON.stringify(actions),
  ]);
}

/** Latest runs first. */
export function readHistory(sql: Sql, limit: number): RunHistory[] {
  return sql.all(`SELECT * FROM "__flowrun" ORDER BY "seq" DESC LIMIT ?`, [limit]).map((row) => {
    const text = (name: string): string => String(row[name] ?? "");
    return {
      runId: text("id"), flowId: text("flowid"), flow: text("flow"), trigger: text("trigger"), status: text("status") as RunStatus,
      error: row["code"] === null ? null : { code: text("code"), message: text("message") }, startUtc: text("started"), endUtc: text("ended"),
      actions: row["actions"] === null ? [] : (JSON.parse(text("actions")) as ActionStatus[]),
    };
  });
}

/** Statuses of the actions of a run, failures of every pass of a loop included. */
export function actionStatuses({ records, failures }: Run): ActionStatus[] {
  const all = new Set([...records.values(), ...failures]);
  return [...all].map(({ name, status, code, error }) => ({ name, status, code, message: error?.message ?? null }));
}
