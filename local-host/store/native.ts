import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import type { Connection, Prepared } from "./connection";
import type { SqlRow, SqlValue } from "./sql";

interface Library { readonly DatabaseSync: new (file: string) => DatabaseSyncInstance }
type Loaded = { readonly library: Library } | { readonly problem: string };

let loaded: Loaded | undefined;

/** An optional package: npm leaves it out where it has no binary. */
function load(): Loaded {
  try {
    return { library: createRequire(__filename)("@photostructure/sqlite") as Library };
  } catch (error) {
    return { problem: textOf(error) };
  }
}

const library = (): Loaded => (loaded ??= load());

/** Why the native SQLite cannot be used on this machine; null when it can. */
export function nativeProblem(): string | null {
  const found = library();
  return "problem" in found ? found.problem : null;
}

const INT32 = 2 ** 31;

/** The library takes a whole number beyond 32 bits for a fraction, which an integer is not equal to in every place. */
const bound = (value: SqlValue): SqlValue =>
  (typeof value === "number" && (value >= INT32 || value < -INT32) && Number.isSafeInteger(value) ? BigInt(value) : value);

function boundAll(values: readonly SqlValue[]): readonly SqlValue[] {
  return values.some((value) => bound(value) !== value) ? values.map(bound) : values;
}

const asNumber = (value: SqlValue): SqlValue => (typeof value === "bigint" && BigInt(Number(value)) === value && Number.isSafeInteger(Number(value)) ? Number(value) : value);

const textOf = (error: unknown): string => (typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error));

const isTooLarge = (error: unknown): boolean => textOf(error).includes("too large to be represented as a JavaScript number");

/** An addon makes its errors with the main context's Error, which is another than that of a test or of a node:vm. */
function own<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Error ? error : new Error(textOf(error), { cause: error });
  }
}

class NativeStatement implements Prepared {
  private big = false;

  constructor(private readonly statement: StatementSyncInstance) {}

  run(parameters: readonly SqlValue[]): number { return own(() => this.statement.run(...boundAll(parameters)).changes); }

  /** Integers come as numbers while all of them are safe; a statement that once gave a larger one is read as BigInts from then on. */
  all(parameters: readonly SqlValue[]): SqlRow[] {
    if (this.big) return this.allBig(parameters);
    try {
      return this.statement.all(...boundAll(parameters)) as SqlRow[];
    } catch (error) {
      if (!isTooLarge(error)) return own(() => { throw error; });
      this.statement.setReadBigInts(true);
      this.big = true;
      return this.allBig(parameters);
    }
  }

  finalize(): void { /* The library lets go of statements by itself. */ }

  private allBig(parameters: readonly SqlValue[]): SqlRow[] {
    const rows = own(() => this.statement.all(...boundAll(parameters)) as SqlRow[]);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asNumber(value)])));
  }
}

/** The library closes a file for good only when its statements are collected as garbage; until then it would keep the lock and the pages that it read. The lock goes with the first read after the change. */
function letGo(database: DatabaseSyncInstance): void {
  if (database.isTransaction) database.exec("ROLLBACK");
  database.exec("PRAGMA locking_mode = NORMAL");
  database.exec("SELECT COUNT(*) FROM sqlite_master");
  database.exec("PRAGMA shrink_memory");
}

/** SQLite as compiled for this machine. Throws when its binary does not load, or the file may not be written. */
export function nativeConnection(file: string): Connection {
  const found = library();
  if ("problem" in found) throw new Error(found.problem);
  // SQLite itself would open a file that it may only read, and fail at the first write.
  if (existsSync(file)) accessSync(file, constants.W_OK);
  const database = own(() => new found.library.DatabaseSync(file));
  return {
    get inTransaction() { return database.isTransaction; },
    exec: (statement) => { own(() => { database.exec(statement); }); },
    prepare: (statement) => new NativeStatement(own(() => database.prepare(statement))),
    define: (name, work) => { database.function(name, { deterministic: true }, work); },
    close: () => { letGo(database); database.close(); },
  };
}
