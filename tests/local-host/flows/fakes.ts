import { Database } from "node-sqlite3-wasm";
import type { Clock, LocalHost, UnsupportedEntry } from "../../../local-host/host.contract";
import type { WebRequest, WebResponse } from "../../../local-host/http/contract";
import type { Column, ColumnType, Table } from "../../../local-host/metadata/model";
import type { Change, ChangeListener } from "../../../local-host/service/contract";
import type { Sql, SqlRow, SqlValue } from "../../../local-host/store/sql";

type Handler = (request: WebRequest) => { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };
type Row = Record<string, unknown>;

/** A store with nothing in it but what the flow runner needs. */
export function fakeSql(file = ":memory:"): Sql {
  const database = new Database(file);
  let depth = 0;
  const transaction = <T>(work: () => T): T => {
    depth += 1;
    database.exec(`SAVEPOINT s${depth}`);
    try {
      const result = work();
      database.exec(`RELEASE s${depth}`);
      return result;
    } catch (error) {
      database.exec(`ROLLBACK TO s${depth}; RELEASE s${depth}`);
      throw error;
    } finally {
      depth -= 1;
    }
  };
  return {
    run: (statement: string, parameters: readonly SqlValue[] = []) => { database.run(statement, [...parameters]); },
    all: (statement: string, parameters: readonly SqlValue[] = []) => database.all(statement, [...parameters]) as SqlRow[],
    get: (statement: string, parameters: readonly SqlValue[] = []) => database.get(statement, [...parameters]) as SqlRow | null,
    transaction,
    onCommit: (work: () => void) => work(),
    close: () => database.close(),
  };
}

/** A host whose Web API is a function of the test. It knows the table "thing" (set "things"). */
export class FakeHost {
  readonly listeners: ChangeListener[] = [];
  readonly requests: WebRequest[] = [];
  readonly noted: string[] = [];
  now = "2026-11-23T07:00:00Z";
  readonly rows = new Map<string, Row>();

  constructor(private readonly handler: Handler | null = null, readonly sql: Sql = fakeSql()) {
    sql.run(`CREATE TABLE IF NOT EXISTS "workflow" ("workflowid" TEXT PRIMARY KEY, "name" TEXT, "category" INTEGER, "clientdata" TEXT, "statecode" INTEGER, "versionnumber" INTEGER)`);
    sql.run(`CREATE TABLE IF NOT EXISTS "thing" ("thingid" TEXT PRIMARY KEY, "name" TEXT, "statuscode" INTEGER, "again" INTEGER, "done" INTEGER)`);
    sql.run(`CREATE TABLE IF NOT EXISTS "environmentvariabledefinition" ("environmentvariabledefinitionid" TEXT PRIMARY KEY, "schemaname" TEXT, "defaultvalue" TEXT, "type" INTEGER, "versionnumber" INTEGER)`);
    sql.run(`CREATE TABLE IF NOT EXISTS "environmentvariablevalue" ("environmentvariablevalueid" TEXT PRIMARY KEY, "environmentvariabledefinitionid" TEXT, "value" TEXT, "versionnumber" INTEGER)`);
  }

  addFlow(name: string, definition: object, options: { readonly id?: string; readonly on?: boolean } = {}): string {
    const id = options.id ?? `00000000-0000-4000-8000-${String(this.sql.all(`SELECT 1 FROM "workflow"`).length + 1).padStart(12, "0")}`;
    const clientData = JSON.stringify({ properties: { connectionReferences: {}, definition }, schemaVersion: "1.0.0.0" });
    this.sql.run(`INSERT INTO "workflow" VALUES (?, ?, 5, ?, ?, ?)`, [id, name, clientData, options.on === false ? 0 : 1, Date.now()]);
    return id;
  }

  /** Writes a row and tells the listeners, as the service does inside its transaction. */
  write(message: Change["message"], id: string, row: Row = {}): void {
    this.sql.transaction(() => {
      if (message === "Delete") this.rows.delete(id);
      else this.rows.set(id, { ...this.rows.get(id), ...row, thingid: id });
      this.store(id);
      for (const listener of this.listeners) listener({ message, table: "thing", id, columns: new Set(Object.keys(row)) });
    });
  }

  /** Rows are in the store too: filters of triggers are held against them there. */
  private store(id: string): void {
    const row = this.rows.get(id);
    this.sql.run(`DELETE FROM "thing" WHERE "thingid" = ?`, [id]);
    if (row !== undefined) this.sql.run(`INSERT INTO "thing" VALUES (?, ?, ?, ?, ?)`, ["thingid", "name", "statuscode", "again", "done"].map((name) => (row[name] ?? null) as SqlValue));
  }

  asLocalHost(): LocalHost {
    const clock: Clock = { now: () => this.now, set: (now) => { this.now = now ?? this.now; } };
    const column = (logicalName: string, type: ColumnType): [string, Column] => [logicalName, { logicalName, schemaName: logicalName, type, labels: {}, descriptions: {}, required: "none", validForCreate: true, validForUpdate: true, isCustom: true }];
    const columns = new Map([column("thingid", "uniqueidentifier"), column("name", "string"), ...["statuscode", "again", "done"].map((name) => column(name, "integer"))]);
    const thing = { logicalName: "thing", entitySetName: "things", primaryId: "thingid", columns } as unknown as Table;
    const entries: UnsupportedEntry[] = [];
    return {
      sql: this.sql, clock, systemUserId: "00000000-0000-0000-0000-000000000001",
      service: { metadata: { tables: new Map([["thing", thing]]), manyToOne: [], manyToMany: [] } } as unknown as LocalHost["service"],
      unsupported: { note: (kind, what) => { this.noted.push(`${kind}: ${what}`); }, list: () => entries },
      importSolution: () => { throw new Error("not in this fake"); },
      onChange: (listener) => { this.listeners.push(listener); },
      web: (request) => this.answer(request),
      close: () => this.sql.close(),
    };
  }

  private answer(request: WebRequest): WebResponse {
    this.requests.push(request);
    const { status, body, headers } = this.handler?.(request) ?? this.table(request);
    return { status, headers: headers ?? {}, body: body === undefined ? "" : JSON.stringify(body) };
  }

  /** GET and PATCH of things(id). Anything else is a 404, so that a test notices. */
  private table({ method, url, body }: WebRequest): ReturnType<Handler> {
    const id = /things\(([^)]+)\)/.exec(url)?.[1] ?? "";
    const row = this.rows.get(id);
    if (!row) return { status: 404, body: { error: { code: "0x80040217", message: `thing With Id = ${id} Does Not Exist` } } };
    if (method === "PATCH") this.write("Update", id, JSON.parse(body) as Row);
    return { status: 200, body: this.rows.get(id) };
  }
}

/** A definition with a manual trigger. */
export function manual(actions: object, parameters: object = {}): object {
  return { parameters, triggers: { manual: { type: "Request", kind: "Button", inputs: {} } }, actions };
}

/** A definition that waits for rows of "thing". */
export function onThing(parameters: Record<string, unknown>, actions: object, extra: object = {}): object {
  const given = Object.fromEntries(Object.entries({ message: 4, entityname: "thing", scope: 4, ...parameters }).map(([key, value]) => [`subscriptionRequest/${key}`, value]));
  const host = { connectionName: "shared_commondataserviceforapps", operationId: "SubscribeWebhookTrigger", apiId: "/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps" };
  return { parameters: {}, triggers: { changed: { type: "OpenApiConnectionWebhook", inputs: { host, parameters: given }, ...extra } }, actions };
}

/** A connector action. */
export function connectorAction(api: string, operationId: string, parameters: object, extra: { inputs?: object; [key: string]: unknown } = {}): object {
  const { inputs, ...rest } = extra;
  return { type: "OpenApiConnection", inputs: { host: { connectionName: api, operationId, apiId: `/providers/Microsoft.PowerApps/apis/${api}` }, parameters, authentication: "@parameters('$authentication')", ...inputs }, ...rest };
}

export const dataverseAction = (operationId: string, parameters: object, extra?: { inputs?: object; [key: string]: unknown }): object =>
  connectorAction("shared_commondataserviceforapps", operationId, parameters, extra);
