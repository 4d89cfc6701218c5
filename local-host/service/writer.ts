import { concerns, Passage, type WriteRequest } from "../pipeline/passage";
import type { StepRegistry } from "../pipeline/steps";
import type { Surroundings } from "../pipeline/surroundings";
import type { Changes } from "./changes";
import type { RequestOptions, Row, RowKey } from "./contract";
import type { Core } from "./core";
import { DataverseError } from "./error";
import { missing } from "./missing";
import { findRow, requireRow, rowExists } from "./read/key";
import type { ColumnSecurity } from "./security/column-security";
import { settableColumns, type TableModel } from "./table-model";
import { guidIn } from "./values/text";
import type { Acting } from "./write/acting";
import { insertRow } from "./write/insert";
import { removeRow } from "./write/remove";
import { requireMessage, requireRemovable } from "./write/standing";
import { requireVersion, updateRow } from "./write/update";

export interface WriterParts {
  readonly core: Core;
  readonly around: Surroundings;
  readonly steps: StepRegistry;
  readonly changes: Changes;
  readonly security: ColumnSecurity;
  readonly systemUserId: string;
}

interface RowWrite { readonly row: Row; readonly options: RequestOptions }

const NO_COLUMNS: ReadonlySet<string> = new Set();

/** A row that goes along with another has no version of its own to compare. */
const withoutVersion = ({ ifVersion: _version, ...rest }: RequestOptions): RequestOptions => rest;

/** The writes of the service: each in one transaction, through the stages of the pipeline. */
export class Writer {
  /** Rows on their way out; two that cascade to each other would otherwise never end. */
  private readonly leaving = new Set<string>();

  constructor(private readonly parts: WriterParts) {}

  create(table: string, row: Row, options: RequestOptions): string {
    const { core, security } = this.parts;
    const model = core.model(table);
    requireMessage("Create", table);
    const columns = settableColumns(model, "Create", Object.keys(row));
    security.requireWritable("Create", table, { columns, options });
    const passage = this.passage({ message: "Create", table, ...this.nesting(options), row, id: null });
    return this.atomically(passage, () => {
      passage?.enter();
      const target = passage?.target ?? row;
      const id = insertRow(core, model, { row: target, acting: this.acting(options) });
      passage?.leave(id);
      this.parts.changes.tell({ message: "Create", table, id, columns: target === row ? columns : new Set(Object.keys(target)) });
      return id;
    });
  }

  update(table: string, key: RowKey, { row, options }: RowWrite): void {
    const { core, security } = this.parts;
    const model = core.model(table);
    requireMessage("Update", table);
    const columns = settableColumns(model, "Update", Object.keys(row));
    security.requireWritable("Update", table, { columns, options });
    const id = requireRow(core, model, key);
    requireSameId(model, id, row);
    const passage = this.passage({ message: "Update", table, ...this.nesting(options), row, id });
    this.atomically(passage, () => {
      if (passage !== null && !rowExists(core, model, id)) throw missing(table, id);
      passage?.enter();
      const target = passage?.target ?? row;
      updateRow(core, model, { id, row: target, acting: this.acting(options), ifVersion: options.ifVersion });
      passage?.leave(id);
      this.parts.changes.tell({ message: "Update", table, id, columns: target === row ? columns : new Set(Object.keys(target)) });
    });
  }

  upsert(table: string, key: RowKey, { row, options }: RowWrite): { readonly id: string; readonly created: boolean } {
    const { core } = this.parts;
    const model = core.model(table);
    return core.engine.transaction(() => {
      const id = findRow(core, model, key);
      if (id !== null && rowExists(core, model, id)) {
        this.update(table, { id }, { row, options });
        return { id, created: false };
      }
      const named = "key" in key ? { ...key.key, ...row } : { ...row, [model.table.primaryId]: id };
      return { id: this.create(table, named, options), created: true };
    });
  }

  delete(table: string, key: RowKey, options: RequestOptions): void {
    const { core } = this.parts;
    const model = core.model(table);
    requireMessage("Delete", table);
    core.engine.transaction(() => {
      const id = requireRow(core, model, key);
      requireRemovable(table, id);
      if (options.ifVersion !== undefined) requireVersion(core, model, { id, ifVersion: options.ifVersion });
      if (!rowExists(core, model, id)) throw missing(table, id);
      this.remove(model, id, options);
    });
  }

  private remove(model: TableModel, id: string, options: RequestOptions): void {
    const table = model.table.logicalName;
    const mark = `${table}|${id}`;
    if (this.leaving.has(mark)) return;
    this.leaving.add(mark);
    try {
      const passage = this.passage({ message: "Delete", table, ...this.nesting(options), row: null, id });
      passage?.enter();
      removeRow(this.parts.core, model, { id, remove: (other, otherId) => this.delete(other, { id: otherId }, withoutVersion(options)) });
      passage?.leave(id);
      this.parts.changes.tell({ message: "Delete", table, id, columns: NO_COLUMNS });
    } finally {
      this.leaving.delete(mark);
    }
  }

  /** The way through the steps, with a copy of the row that they may change; null when no step waits for this write. */
  private passage({ row, ...request }: Omit<WriteRequest, "target"> & { readonly row: Row | null }): Passage | null {
    const { steps, around } = this.parts;
    const waiting = steps.of(request.message, request.table);
    if (waiting === null || !waiting.some((step) => concerns(step, request.message, row))) return null;
    return new Passage(around, waiting, { ...request, target: row === null ? null : { ...row } });
  }

  /** Without steps a write is one statement, whole by itself: half the time of a night went into savepoints around such. */
  private atomically<T>(passage: Passage | null, work: () => T): T {
    const { engine } = this.parts.core;
    return passage === null ? engine.join(work) : engine.transaction(work);
  }

  private nesting(options: RequestOptions): Pick<WriteRequest, "userId" | "depth"> {
    return { userId: options.userId ?? this.parts.systemUserId, depth: (options.depth ?? 0) + 1 };
  }

  private acting(options: RequestOptions): Acting {
    return { userId: options.userId ?? this.parts.systemUserId, now: this.parts.core.clock.now() };
  }
}

function requireSameId(model: TableModel, id: string, row: Row): void {
  const given = row[model.table.primaryId];
  if (given === undefined || (typeof given === "string" && guidIn(given) === id)) return;
  throw new DataverseError("0x80040203", `The id of a row of '${model.table.logicalName}' cannot be changed.`);
}
