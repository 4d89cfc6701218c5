import { openConnection, type Connection, type Prepared } from "./connection";
import { fold } from "./fold";
import type { Sql, SqlRow, SqlValue } from "./sql";

/** What the host's own parts need beyond `Sql`. */
export interface Engine extends Sql {
  /** Runs `work` in the transaction that is open, or else in one of its own. For work whose only write is a single statement: it needs no savepoint. */
  join<T>(work: () => T): T;
  /** Runs a statement and gives the number of rows that it changed. */
  change(statement: string, parameters?: readonly SqlValue[]): number;
  /** Registers work for the end of every outermost transaction, still inside it. */
  beforeCommit(work: () => void): void;
  /** Registers work for every roll-back, of a whole transaction or of a nested one. */
  afterRollback(work: () => void): void;
}

const PREPARED_LIMIT = 800;

// One process owns the file (owner.ts), so the lock is taken once. OFF: the system, not the disk, holds what is committed, which a killed
// process survives and a power cut need not; waiting for the disk took a fifth of the time of a night with a thousand messages.
const PRAGMAS = ["locking_mode = EXCLUSIVE", "journal_mode = TRUNCATE", "synchronous = OFF", "cache_size = -48000", "temp_store = MEMORY"];

class SqliteEngine implements Engine {
  private readonly prepared = new Map<string, Prepared>();
  private readonly commitWork: (() => void)[] = [];
  private readonly rollbackWork: (() => void)[] = [];
  private waiting: (() => void)[] = [];
  private depth = 0;

  constructor(private readonly database: Connection) {
    for (const pragma of PRAGMAS) database.exec(`PRAGMA ${pragma}`);
    database.define("fold", (value) => (typeof value === "string" ? fold(value) : value));
  }

  run(statement: string, parameters: readonly SqlValue[] = []): void { this.change(statement, parameters); }

  change(statement: string, parameters: readonly SqlValue[] = []): number {
    return this.using(statement, (prepared) => prepared.run(parameters));
  }

  all(statement: string, parameters: readonly SqlValue[] = []): SqlRow[] {
    return this.using(statement, (prepared) => prepared.all(parameters));
  }

  get(statement: string, parameters: readonly SqlValue[] = []): SqlRow | null {
    // The library's own get leaves the statement open at its row, and SQLite drops no index and no column while a statement reads.
    return this.all(statement, parameters)[0] ?? null;
  }

  transaction<T>(work: () => T): T {
    const level = this.depth;
    const waiting = this.waiting.length;
    this.run(level === 0 ? "BEGIN IMMEDIATE" : `SAVEPOINT s${level}`);
    this.depth = level + 1;
    let result: T;
    try {
      result = work();
      if (level === 0) for (const each of this.commitWork) each();
      this.run(level === 0 ? "COMMIT" : `RELEASE s${level}`);
    } catch (error) {
      this.waiting.length = waiting;
      this.rollBack(level);
      throw error;
    } finally {
      this.depth = level;
    }
    if (level === 0) this.runWaiting();
    return result;
  }

  join<T>(work: () => T): T { return this.depth === 0 ? this.transaction(work) : work(); }

  onCommit(work: () => void): void {
    if (this.depth === 0) work();
    else this.waiting.push(work);
  }

  beforeCommit(work: () => void): void { this.commitWork.push(work); }

  afterRollback(work: () => void): void { this.rollbackWork.push(work); }

  close(): void {
    // A statement that is not finalised would keep the file locked.
    for (const statement of this.prepared.values()) statement.finalize();
    this.prepared.clear();
    this.database.close();
  }

  private rollBack(level: number): void {
    // SQLite rolls back by itself after errors such as a full disk.
    if (this.database.inTransaction) {
      this.run(level === 0 ? "ROLLBACK" : `ROLLBACK TO s${level}`);
      if (level > 0) this.run(`RELEASE s${level}`);
    }
    for (const each of this.rollbackWork) each();
  }

  private runWaiting(): void {
    while (this.waiting.length > 0) {
      const work = this.waiting;
      this.waiting = [];
      for (const each of work) each();
    }
  }

  private using<T>(text: string, work: (statement: Prepared) => T): T {
    const statement = this.prepared.get(text) ?? this.prepare(text);
    try {
      return work(statement);
    } catch (error) {
      this.discard(text, statement);
      throw error;
    }
  }

  private prepare(text: string): Prepared {
    if (this.prepared.size >= PREPARED_LIMIT) {
      for (const [old, statement] of [...this.prepared].slice(0, PREPARED_LIMIT / 4)) this.discard(old, statement);
    }
    const statement = this.database.prepare(text);
    this.prepared.set(text, statement);
    return statement;
  }

  /** A statement that failed cannot be bound again. */
  private discard(text: string, statement: Prepared): void {
    this.prepared.delete(text);
    statement.finalize();
  }
}

/** Opens (or makes) a database file, which must have no other user and no unfinished transaction (`openStore` sees to both). */
export const openEngine = (file: string): Engine => new SqliteEngine(openConnection(file));
