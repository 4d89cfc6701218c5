import { loadEngine, type Engine } from "#bridge/host-node/engine";
import { createRuleHost } from "#bridge/host-node/host";
import { exampleDay } from "../start/ledger";
import { openSession, ruleError, type Session } from "../start/session";
import { prepared } from "./run";

/** A call of a rule as it crossed the boundary: its context, and the rows of each round of reads. */
export interface Recorded { readonly rule: string; readonly context: unknown; readonly rows: readonly unknown[] }

interface Recording { readonly rule: string; readonly context: unknown; readonly rows: unknown[] }

/** An engine that keeps what goes into it; a rule that calls others is finished before the next one starts. */
function listening(engine: Engine, calls: Recording[]): Engine {
  const waiting = new Map<string, Recording>();
  const noted = (call: Recording, answer: string): string => {
    const { key } = JSON.parse(answer) as { readonly key?: string };
    if (key !== undefined) waiting.set(key, call);
    return answer;
  };
  return {
    start(rule, context) {
      const call: Recording = { rule, context: JSON.parse(context), rows: [] };
      calls.push(call);
      return noted(call, engine.start(rule, context));
    },
    resume(key, rows) {
      const call = waiting.get(key);
      if (call === undefined) throw new Error(`No recorded call waits under the key ${key}.`);
      call.rows.push(JSON.parse(rows));
      return noted(call, engine.resume(key, rows));
    },
  };
}

/** The largest page that the rules ever read: 500 debtors with 5,000 items, all due. */
function playPage({ host: { service, sql } }: Session): void {
  const company = String(sql.get("SELECT duly_companyid AS id FROM duly_company")?.id);
  const { RunId: run } = service.execute("duly_StartRun", { CompanyId: company, AsOf: exampleDay });
  const Cursor = "due:500:";
  service.update("duly_run", { id: String(run) }, { duly_cursor: Cursor });
  service.execute("duly_ProcessRunPage", { RunId: run ?? "", Cursor });
}

function playPromise({ host: { service, sql } }: Session): void {
  const debtor = String(sql.get("SELECT duly_debtor AS id FROM duly_openitem GROUP BY duly_debtor HAVING COUNT(*) BETWEEN 8 AND 12 AND COUNT(DISTINCT transactioncurrencyid) = 1 ORDER BY duly_debtor")?.id);
  service.create("duly_promise", { duly_debtor: { logicalName: "duly_debtor", id: debtor }, duly_promisedate: "2026-11-09" });
}

/** Plays a ping, a page and a promise in the local host; gives what went into the rules. */
export function recordCalls(dataDir: string): Readonly<Record<"ping" | "page" | "promise", Recorded>> {
  const calls: Recording[] = [];
  const session = openSession(dataDir, createRuleHost(ruleError, { makeEngine: (text) => listening(loadEngine(text), calls) }));
  try {
    prepared(session, dataDir, { debtors: 500, items: 5000 });
    session.host.service.execute("duly_Ping", {});
    playPage(session);
    playPromise(session);
    const last = (rule: string): Recorded => {
      const found = [...calls].reverse().find((call) => call.rule === rule);
      if (found === undefined) throw new Error(`The rule ${rule} was not called.`);
      return found;
    };
    return { ping: last("duly_Ping"), page: last("duly_ProcessRunPage"), promise: last("promise.validate") };
  } finally {
    session.close();
  }
}
