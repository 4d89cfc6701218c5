import { nativeConnection, nativeProblem } from "./native";
import type { SqlRow, SqlValue } from "./sql";
import { wasmConnection } from "./wasm";

/** A statement that can be run many times. */
export interface Prepared {
  /** Runs it to its end and gives the number of rows that it changed. */
  run(parameters: readonly SqlValue[]): number;
  all(parameters: readonly SqlValue[]): SqlRow[];
  /** Lets go of it. A statement that is not let go of may keep its file locked. */
  finalize(): void;
}

/** A database file, open in SQLite. */
export interface Connection {
  readonly inTransaction: boolean;
  exec(statement: string): void;
  prepare(statement: string): Prepared;
  /** Adds a function of one value to SQL, which always gives the same for the same value. */
  define(name: string, work: (value: unknown) => unknown): void;
  close(): void;
}

export type SqliteKind = "native" | "wasm";

/**
 * Which SQLite this process uses: the native one where its package has a binary for this machine, else the one in WebAssembly, which runs everywhere.
 * The environment variable DULY_SQLITE = wasm or native insists on one of them; native then fails where its binary does not load.
 */
export function sqliteKind(): SqliteKind {
  const wanted = process.env["DULY_SQLITE"] ?? "";
  if (wanted === "wasm" || wanted === "native") return wanted;
  return nativeProblem() === null ? "native" : "wasm";
}

/** Opens (or makes) a database file. */
export const openConnection = (file: string): Connection => (sqliteKind() === "native" ? nativeConnection(file) : wasmConnection(file));
