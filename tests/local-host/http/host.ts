import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWeb, type WebExtensions, type WebHost } from "../../../local-host/http/web";
import type { WebRequest, WebResponse } from "../../../local-host/http/contract";
import { assemble } from "../../../local-host/metadata/assemble";
import { baseline } from "../../../local-host/metadata/baseline/model";
import { systemUserId } from "../../../local-host/metadata/baseline/seed";
import type { Metadata, Table } from "../../../local-host/metadata/model";
import { tableOf } from "../../../local-host/metadata/table";
import type { PluginHost } from "../../../local-host/pipeline/plugin";
import { createCore } from "../../../local-host/service/core";
import { Organization } from "../../../local-host/service/organization";
import { setUp } from "../../../local-host/set-up";
import { createClock } from "../../../local-host/store/clock";
import { openStore } from "../../../local-host/store/store";
import { createLedger } from "../../../local-host/store/unsupported";
import { createVersions } from "../../../local-host/store/versions";

/** The baseline with what it lacks: an alternate key, a many-to-many relationship, Hungarian labels, a decimal column. */
function extended(): Metadata {
  const { tables, manyToOne, manyToMany, globalChoices } = baseline();
  const tag = tableOf({ name: "tag", set: "tags", primaryName: "name", ownership: "none", columns: { Name: { type: "string", maxLength: 100 }, Weight: { type: "decimal", precision: 10, minValue: 0, maxValue: 1e11 } } });
  const intersect = tableOf({ name: "account_tag", set: "account_tags", primaryName: null, ownership: "none", columns: { AccountId: { type: "uniqueidentifier" }, TagId: { type: "uniqueidentifier" } } });
  const pairs = { ...intersect, keys: [{ logicalName: "pair", columns: ["accountid", "tagid"] }] };
  const all = [...tables.values()].map((table) => (table.logicalName === "account" ? withKey(table) : table));
  return assemble({
    tables: [...all, tag, pairs], manyToOne, globalChoices, languages: [1033, 1038],
    manyToMany: [...manyToMany, {
      schemaName: "account_tag", intersectTable: "account_tag", firstTable: "account", firstColumn: "accountid", firstNavigation: "account_tags",
      secondTable: "tag", secondColumn: "tagid", secondNavigation: "tag_accounts",
    }],
  });
}

function withKey(table: Table): Table {
  const columns = new Map(table.columns);
  const category = columns.get("accountcategorycode");
  if (category !== undefined) {
    const options = (category.options ?? []).map((option) => (option.value === 1 ? { ...option, labels: { ...option.labels, 1038: "Kiemelt ügyfél" } } : option));
    columns.set("accountcategorycode", { ...category, options });
  }
  return { ...table, columns, keys: [{ logicalName: "number", columns: ["accountnumber"] }] };
}

/** Answer of a request, with its JSON. */
export interface Answer extends WebResponse { readonly json: Record<string, unknown> & { readonly value?: Record<string, unknown>[]; readonly error?: { readonly code: string; readonly message: string } } }

export interface TestHost extends WebHost {
  readonly web: (request: WebRequest) => WebResponse;
  /** Sends a request below /api/data/v9.2/. */
  send(method: string, path: string, more?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }): Answer;
  /** Creates a row through the Web API and gives its id. */
  add(set: string, body: unknown): string;
  close(): void;
}

export const ORIGIN = "http://127.0.0.1:4280";

/** A store in a temporary folder with the real service and pipeline; plug-ins by type name. */
export function openTestHost(plugins: Readonly<Record<string, PluginHost>> = {}, extensions: WebExtensions = {}): TestHost {
  const dataDir = mkdtempSync(join(tmpdir(), "host-"));
  const { engine, close } = openStore(dataDir);
  const clock = createClock(engine);
  clock.set("2026-03-15T10:00:00Z");
  const core = createCore({ engine, clock, versions: createVersions(engine), metadata: extended() });
  setUp(core);
  const host: WebHost = { sql: engine, service: new Organization({ core, plugins, systemUserId }), clock, unsupported: createLedger(engine, clock), systemUserId };
  const web = createWeb(host, extensions);
  const send: TestHost["send"] = (method, path, { body, headers = {} } = {}) => {
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    const response = web({ method, url: path.startsWith("/") ? path : `/api/data/v9.2/${path}`, headers, body: text, origin: ORIGIN });
    const isJson = response.headers["content-type"]?.startsWith("application/json") === true;
    return { ...response, json: isJson ? JSON.parse(String(response.body)) as Answer["json"] : {} };
  };
  const add: TestHost["add"] = (set, body) => {
    const answer = send("POST", set, { body });
    if (answer.status !== 204) throw new Error(String(answer.body));
    return idOf(answer);
  };
  return { ...host, web, send, add, close: () => { close(); rmSync(dataDir, { recursive: true }); } };
}

/** The id in an OData-EntityId header. */
export const idOf = (answer: WebResponse): string => /\(([0-9a-f-]{36})\)$/.exec(answer.headers["odata-entityid"] ?? "")?.[1] ?? "";
