import type { LocalHost } from "../host.contract";
import type { Sql } from "../store/sql";
import type { Flow } from "./definition/flow";
import { objectAt, textAt } from "./definition/json";
import type { EnvironmentVariables } from "./definition/parameters";
import { readFlow, type FlowRow } from "./definition/read";
import { FlowError, notSupported } from "./error";
import { compileTree } from "./expression/template";
import type { FlowObject } from "./expression/value";
import { Frame } from "./run/frame";
import type { CodedMessage } from "./run/outcome";
import { Run, type RunServices } from "./run/run-state";
import { readRecurrence, type Recurrence } from "./triggers/recurrence";
import { checkFilter } from "./triggers/rows";
import { readSubscription, type Subscription } from "./triggers/subscription";

/** The flows of the store, read once until something changes. */
export interface Catalog {
  readonly flows: ReadonlyMap<string, Flow>;
  readonly recurrences: readonly { readonly flow: Flow; readonly recurrence: Recurrence }[];
  /** By logical name of the table. */
  readonly subscriptions: ReadonlyMap<string, readonly Subscription[]>;
  /** Flows that cannot be read or started, and why. */
  readonly problems: readonly (CodedMessage & { readonly flow: string })[];
}

/** Reads every cloud flow and sorts the switched-on ones by trigger. A flow that cannot be read is a problem of its own and hinders no other. */
export function readCatalog(host: LocalHost, services: RunServices): Catalog {
  const flows = new Map<string, Flow>();
  const recurrences: { flow: Flow; recurrence: Recurrence }[] = [];
  const subscriptions = new Map<string, Subscription[]>();
  const problems: (CodedMessage & { flow: string })[] = [];
  const variables = readVariables(host.sql);
  for (const row of readRows(host.sql)) {
    try {
      const flow = readFlow(row, variables);
      flows.set(flow.id, flow);
      if (!flow.on) continue;
      const start = startOf(flow, services);
      if (start.kind === "recurrence") recurrences.push({ flow, recurrence: start.recurrence });
      if (start.kind !== "subscription") continue;
      const { table, filter } = start.subscription;
      if (CATALOG_TABLES.includes(table)) throw notSupported("Trigger on the table", table);
      checkFilter(host, table, filter);
      subscriptions.set(table, [...(subscriptions.get(table) ?? []), start.subscription]);
    } catch (error) {
      if (!(error instanceof FlowError)) throw error;
      if (error.unsupported) services.noteUnsupported(error.unsupported);
      problems.push({ flow: row.name, code: error.code, message: error.message });
    }
  }
  return { flows, recurrences, subscriptions, problems };
}

type Start = { readonly kind: "recurrence"; readonly recurrence: Recurrence } | { readonly kind: "subscription"; readonly subscription: Subscription } | { readonly kind: "call" };

function startOf(flow: Flow, services: RunServices): Start {
  const { trigger } = flow;
  const settings = (json: FlowObject): FlowObject => compileTree(json)(new Frame(new Run("", flow, {}, services))) as FlowObject;
  switch (trigger.type.toLowerCase()) {
    case "request": return { kind: "call" };
    case "recurrence": return { kind: "recurrence", recurrence: readRecurrence(settings(objectAt(trigger.json, "recurrence"))) };
    case "openapiconnectionwebhook": {
      const operation = textAt(objectAt(trigger.inputs, "host"), "operationId") ?? "";
      if (operation !== "SubscribeWebhookTrigger") throw notSupported("Trigger operation", operation);
      return { kind: "subscription", subscription: readSubscription(flow.id, settings(objectAt(trigger.inputs, "parameters"))) };
    }
    default: throw notSupported("Trigger type", trigger.type);
  }
}

function readRows(sql: Sql): FlowRow[] {
  if (!hasTable(sql, "workflow")) return [];
  return sql.all(`SELECT "workflowid", "name", "statecode", "clientdata" FROM "workflow" WHERE "category" = 5 AND "clientdata" IS NOT NULL ORDER BY "name", "workflowid"`).map((row) => ({
    id: String(row["workflowid"]).toLowerCase(), name: String(row["name"]), on: Number(row["statecode"]) === 1, clientData: String(row["clientdata"]),
  }));
}

function readVariables(sql: Sql): EnvironmentVariables {
  if (!hasTable(sql, "environmentvariabledefinition")) return new Map();
  const current = hasTable(sql, "environmentvariablevalue")
    ? `(SELECT v."value" FROM "environmentvariablevalue" v WHERE v."environmentvariabledefinitionid" = d."environmentvariabledefinitionid" LIMIT 1)` : "NULL";
  return new Map(sql.all(`SELECT d."schemaname" AS "name", COALESCE(${current}, d."defaultvalue") AS "value" FROM "environmentvariabledefinition" d`)
    .flatMap(({ name, value }) => (value === null || value === undefined ? [] : [[String(name).toLowerCase(), String(value)] as const])));
}

/** Changes whenever a flow or an environment variable is written. */
export function catalogVersion(sql: Sql): string {
  return CATALOG_TABLES.filter((name) => hasTable(sql, name)).map((name) => {
    const row = sql.get(`SELECT COUNT(*) AS "rows", MAX("versionnumber") AS "version" FROM "${name}"`);
    return `${name}:${String(row?.["rows"])}:${String(row?.["version"])}`;
  }).join();
}

export const CATALOG_TABLES: readonly string[] = ["workflow", "environmentvariabledefinition", "environmentvariablevalue"];

function hasTable(sql: Sql, name: string): boolean {
  return sql.get(`SELECT 1 FROM "sqlite_master" WHERE "type" = 'table' AND "name" = ?`, [name]) !== null;
}
