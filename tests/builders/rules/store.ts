import { createHash } from "node:crypto";
import { createRuleHost, type RuleHost, type RuleHostOptions } from "#bridge/host-node/host";
import type { Execution, Service } from "#bridge/host-node/execution";
import { manifest } from "#bridge/rules/manifest";
import type { RawRow, Value } from "#bridge/sdk/value";
import { tables } from "#solution/schema/tables";
import type { StepRegistration } from "#solution/model/manifest";
import { runFetch } from "./fetch";

/** An error as the platform throws it. */
export class PlatformError extends Error {
  constructor(readonly code: string, message: string) { super(message); }
}

const stages = { PreValidation: 10, PreOperation: 20, PostOperation: 40 } as const;
const registered = manifest();

const firstStatus = new Map(tables.map((table) => [`duly_${table.name}`, Object.values(table.statuses)[0]?.value ?? 1]));
const keys = new Map(tables.map((table) => [`duly_${table.name}`, Object.values(table.keys).map((columns) => columns.map((column) => `duly_${column}`))]));
const plain = (value: Value | undefined): string => (typeof value === "object" && value !== null && "id" in value ? value.id : String(value ?? ""));

/** A store in memory with the rule bundle's steps and APIs registered as the manifest says: enough of the platform to test rules alone. */
export class RuleStore implements Service {
  /** Writes so far, by "create duly_x". */
  readonly writes: string[] = [];
  readonly traces: string[] = [];
  nowUtc: string;
  /** Who acts. */
  userId = "00000000-0000-4000-8000-000000000000";
  private readonly rows = new Map<string, Map<string, RawRow>>();
  private readonly host: RuleHost;
  private depth = 0;
  private created = 0;

  constructor(bundle: string, day: string, mode = "on", options: RuleHostOptions = {}) {
    this.nowUtc = `${day}T02:00:00Z`;
    this.host = createRuleHost((code, message) => new PlatformError(code, message), { recheckAfterMs: 0, ...options });
    const pin = JSON.stringify({ webResource: "duly_/rules/bundle.js", sha256: createHash("sha256").update(bundle, "utf8").digest("hex") });
    this.put("environmentvariabledefinition", { schemaname: "duly_rules", defaultvalue: pin });
    this.put("environmentvariabledefinition", { schemaname: "duly_rulesmode", defaultvalue: mode });
    this.put("webresource", { name: "duly_/rules/bundle.js", content: Buffer.from(bundle, "utf8").toString("base64") });
  }

  /** Stores a row as it is, without rules. */
  put(table: string, row: RawRow): string {
    this.created += 1;
    const id = String(row[`${table}id`] ?? `00000000-0000-4000-8000-${String(this.created).padStart(12, "0")}`);
    const own = { statecode: 0, statuscode: firstStatus.get(table) ?? 1, ...row, [`${table}id`]: id };
    this.refuseDuplicate(table, own);
    this.table(table).set(id, own);
    return id;
  }

  all(table: string): readonly RawRow[] { return [...this.table(table).values()]; }
  row(table: string, id: string): RawRow { return this.table(table).get(id) ?? {}; }
  fetch(xml: string): { rows: RawRow[] } { return { rows: runFetch(xml, (table) => this.table(table).values()) }; }

  create(table: string, row: RawRow): string {
    return this.transaction(() => {
      const target: Record<string, Value> = { ...row };
      this.run("Create", table, { target, stage: 20 });
      const id = this.put(table, target);
      this.writes.push(`create ${table}`);
      this.run("Create", table, { target, stage: 40, id, postImage: this.row(table, id) });
      return id;
    });
  }

  update(table: string, { id }: { readonly id: string }, row: RawRow): void {
    this.transaction(() => {
      const preImage = this.row(table, id);
      const target: Record<string, Value> = { ...row };
      this.run("Update", table, { target, stage: 20, id, preImage });
      const after = { ...preImage, ...target };
      this.refuseDuplicate(table, after);
      this.table(table).set(id, after);
      this.writes.push(`update ${table}`);
      this.run("Update", table, { target, stage: 40, id, preImage, postImage: after });
    });
  }

  delete(table: string, { id }: { readonly id: string }): void {
    this.transaction(() => {
      this.run("Delete", table, { target: null, stage: 20, id, preImage: this.row(table, id) });
      this.table(table).delete(id);
      this.writes.push(`delete ${table}`);
    });
  }

  /** Runs a custom API in a transaction. */
  execute(api: string, input: RawRow): Readonly<Record<string, Value>> {
    return this.transaction(() => {
      const output: Record<string, Value> = {};
      this.host.api(this.execution({ message: api, table: null, stage: 30, input, output }));
      return output;
    });
  }

  private table(name: string): Map<string, RawRow> {
    const found = this.rows.get(name) ?? new Map<string, RawRow>();
    this.rows.set(name, found);
    return found;
  }

  private refuseDuplicate(table: string, row: RawRow): void {
    for (const columns of keys.get(table) ?? []) {
      if (columns.some((column) => row[column] === null || row[column] === undefined) || this.created > 30_000) continue;
      const text = columns.map((column) => plain(row[column])).join("|");
      const index = this.table(`#${table}.${columns.join()}`);
      const holder = index.get(text)?.id;
      const holds = holder !== undefined && columns.every((column) => plain(this.row(table, String(holder))[column]) === plain(row[column]));
      if (holds && holder !== row[`${table}id`]) throw new PlatformError("0x80060892", `${table} with ${text} exists`);
      index.set(text, { id: row[`${table}id`] ?? null });
    }
  }

  private transaction<T>(work: () => T): T {
    const before = this.depth === 0 ? new Map([...this.rows].map(([name, rows]) => [name, new Map(rows)])) : null;
    this.depth += 1;
    try {
      return work();
    } catch (error) {
      if (before !== null) { this.rows.clear(); before.forEach((rows, name) => this.rows.set(name, rows)); }
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  private run(message: StepRegistration["message"], table: string, parts: { target: Record<string, Value> | null; stage: 20 | 40; id?: string; preImage?: RawRow; postImage?: RawRow }): void {
    const { target, stage, id = null, preImage, postImage } = parts;
    const steps = registered.steps.filter((step) => step.message === message && step.table === table && stages[step.stage] === stage
      && (step.filteringAttributes === undefined || step.filteringAttributes.some((column) => target !== null && column in target)));
    const image = (row: RawRow | undefined, columns: readonly string[] | undefined) =>
      (row === undefined || columns === undefined ? null : Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
    for (const step of steps) {
      this.host.step({ ...this.execution({
        message, table, stage, primaryId: id, target, preImage: image(preImage, step.images?.pre), postImage: image(postImage, step.images?.post),
      }), configuration: step.id });
    }
  }

  private execution(parts: Partial<Execution["context"]>): Execution {
    return {
      configuration: null, service: this, trace: (text) => { this.traces.push(text); },
      context: {
        message: "", stage: 0, depth: this.depth, table: null, primaryId: null, userId: this.userId, nowUtc: this.nowUtc,
        target: null, preImage: null, postImage: null, input: {}, output: {}, ...parts,
      },
    };
  }
}
