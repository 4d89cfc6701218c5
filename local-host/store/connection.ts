import { DataverseError } from "../service/error";
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

const refusal = (wanted: string, reason: string): DataverseError => new DataverseError("0x80048072",
  `The environment variable SQLITE_KIND asks for '${wanted}', which cannot be had: ${reason.trim()}. Leave the variable out, or set it to wasm, which runs everywhere.`);

/**
 * Which SQLite this process uses: the native one where its package has a binary for this machine, else the one in WebAssembly, which runs everywhere.
 * The environment variable SQLITE_KIND = wasm or native insists on one of them. Throws 0x80048072 for native where its binary does not load, and for any other word.
 */
export function sqliteKind(): SqliteKind {
  const wanted = process.env["SQLITE_KIND"] ?? "";
  if (wanted === "wasm") return wanted;
  const problem = nativeProblem();
  if (wanted === "") return problem === null ? "native" : "wasm";
  if (wanted !== "native") throw refusal(wanted, "there is native and wasm");
  if (problem !== null) throw refusal(wanted, problem);
  return wanted;
}

/** Opens (or makes) a database file. */
export const openConnection = (file: string): Connection => (sqliteKind() === "native" ? nativeConnection(file) : wasmConnection(file));
