import type { Metadata } from "../metadata/model";
import type { Query } from "../query/ir";
import { quoted } from "../store/ddl";
import type { Engine } from "../store/engine";
import type { Row } from "./contract";
import { missing } from "./missing";

const LIMIT = 200_000;

/** Ids of rows that exist, so that a lookup written a thousand times is looked up once. */
export class KnownRows {
  private readonly ids = new Map<string, Set<string>>();

  constructor(private readonly engine: Engine, private readonly metadata: () => Metadata) {
    engine.afterRollback(() => this.ids.clear());
  }

  has(table: string, id: string): boolean { return this.ids.get(table)?.has(id) ?? false; }

  add(table: string, id: string): void {
    let ids = this.ids.get(table);
    if (ids === undefined || ids.size >= LIMIT) this.ids.set(table, (ids = new Set()));
    ids.add(id);
  }

  /** Rows that a query has just read exist: a rule that writes about them need not make the store look again. */
  seen({ table, columns, aggregate, distinct }: Query, rows: readonly Row[]): void {
    const primaryId = this.metadata().tables.get(table)?.primaryId;
    // Another column may go by the name of the id.
    if (primaryId === undefined || aggregate !== null || distinct || columns?.some(({ alias }) => alias === primaryId) === true) return;
    for (const row of rows) {
      const id = row[primaryId];
      if (typeof id === "string") this.add(table, id);
    }
  }

  remove(table: string, id: string): void { this.ids.get(table)?.delete(id); }

  /** Throws 0x80040217 when the row does not exist. */
  require(table: string, id: string): void {
    if (this.has(table, id)) return;
    const primaryId = this.metadata().tables.get(table)?.primaryId ?? `${table}id`;
    if (this.engine.get(`SELECT 1 FROM ${quoted(table)} WHERE ${quoted(primaryId)} = ?`, [id]) === null) throw missing(table, id);
    this.add(table, id);
  }
}
