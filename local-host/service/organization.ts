import { CustomApis } from "../pipeline/custom-api";
import type { PluginHost } from "../pipeline/plugin";
import { StepRegistry } from "../pipeline/steps";
import type { Surroundings } from "../pipeline/surroundings";
import type { Metadata } from "../metadata/model";
import { parseFetchXml } from "../query/fetchxml/parse";
import type { Query, QueryPage } from "../query/ir";
import { runQuery } from "../query/run";
import { ActingService } from "./acting-service";
import { Changes } from "./changes";
import type { EntityReference, OrganizationService, RequestOptions, Row, RowKey, Value } from "./contract";
import type { Core } from "./core";
import { recordFailure } from "./failures";
import { missing } from "./missing";
import { requireRow } from "./read/key";
import { readRow } from "./read/retrieve";
import { Relations } from "./relations";
import { ColumnSecurity } from "./security/column-security";
import { Writer } from "./writer";

export interface OrganizationParts {
  readonly core: Core;
  readonly plugins: Readonly<Record<string, PluginHost>>;
  readonly systemUserId: string;
}

const NOTHING: RequestOptions = {};

/** The organisation service: reads, and writes through the pipeline, whoever calls. */
export class Organization implements OrganizationService {
  readonly changes: Changes;
  private readonly writer: Writer;
  private readonly relations: Relations;
  private readonly apis: CustomApis;
  private readonly security: ColumnSecurity;

  constructor(private readonly parts: OrganizationParts) {
    const { core, plugins, systemUserId } = parts;
    const around: Surroundings = {
      sql: core.engine, plugins, now: () => core.clock.now(), serviceAt: (userId, depth) => new ActingService(this, { userId, depth }),
      readImage: (table, id, columns) => readRow(core, { table: core.model(table).table, id, columns, names: false }),
      recordFailure: (failure) => recordFailure(core, failure),
    };
    const steps = new StepRegistry(core.engine);
    this.apis = new CustomApis(around);
    this.changes = new Changes(core, steps, () => this.apis.forget());
    this.security = new ColumnSecurity(core, systemUserId);
    this.writer = new Writer({ core, around, steps, changes: this.changes, security: this.security, systemUserId });
    this.relations = new Relations(core, this.writer);
  }

  get metadata(): Metadata { return this.parts.core.metadata(); }

  create(table: string, row: Row, options: RequestOptions = NOTHING): string { return this.writer.create(table, row, options); }

  retrieve(table: string, key: RowKey, columns?: readonly string[], options: RequestOptions = NOTHING): Row {
    const { core } = this.parts;
    const model = core.model(table);
    const id = requireRow(core, model, key);
    const row = readRow(core, { table: model.table, id, columns, names: true });
    if (row === null) throw missing(table, id);
    return this.security.masked(table, row, options);
  }

  update(table: string, key: RowKey, row: Row, options: RequestOptions = NOTHING): void { this.writer.update(table, key, { row, options }); }

  upsert(table: string, key: RowKey, row: Row, options: RequestOptions = NOTHING): { readonly id: string; readonly created: boolean } {
    return this.writer.upsert(table, key, { row, options });
  }

  delete(table: string, key: RowKey, options: RequestOptions = NOTHING): void { this.writer.delete(table, key, options); }

  associate(relationship: string, a: EntityReference, b: EntityReference, options: RequestOptions = NOTHING): void {
    this.relations.associate({ relationship, a, b }, options);
  }

  disassociate(relationship: string, a: EntityReference, b: EntityReference, options: RequestOptions = NOTHING): void {
    this.relations.disassociate({ relationship, a, b }, options);
  }

  retrieveMultiple(query: Query, options: RequestOptions = NOTHING): QueryPage {
    const { core } = this.parts;
    const page = runQuery(core.engine, core.metadata(), query, this.security.hidesFrom(options));
    core.known.seen(query, page.rows);
    return page;
  }

  fetch(fetchXml: string, options: RequestOptions = NOTHING): QueryPage {
    const asker = { nowUtc: this.parts.core.clock.now(), userId: options.userId ?? this.parts.systemUserId };
    return this.retrieveMultiple(parseFetchXml(fetchXml, this.metadata, asker), options);
  }

  execute(apiUniqueName: string, input: Readonly<Record<string, Value>>, options: RequestOptions = NOTHING): Readonly<Record<string, Value>> {
    const nesting = { userId: options.userId ?? this.parts.systemUserId, depth: (options.depth ?? 0) + 1 };
    return this.parts.core.engine.transaction(() => this.apis.execute(apiUniqueName, input, nesting));
  }
}
