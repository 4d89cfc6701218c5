/**
 * The narrow face of the SQL engine. Everything is synchronous: one process, one writer.
 *
 * How a row is stored (the query compiler and the service both rely on it):
 * - SQL table = logical name of the table, SQL column = logical name of the column, both double-quoted; primary key column TEXT PRIMARY KEY.
 * - Every table also has "versionnumber" INTEGER, taken from one counter of the whole store.
 * - GUIDs: TEXT, lower case, no braces. Lookups: the id in "<column>"; when a lookup has several targets (owner, customer, regarding)
 *   the target's logical name is in "<column>__type" beside it.
 * - money and decimal: INTEGER = value x 10^precision of the column (`Column.precision`; money 4 in the store, whatever its precision), so that SUM is exact.
 * - bit: 0/1; choices, state, status, integers: INTEGER; double: REAL; multiselect: TEXT ",5,9," ascending.
 * - dateonly: TEXT YYYY-MM-DD; datetime: TEXT YYYY-MM-DDTHH:MM:SSZ.
 * - Strings compare without regard to case and accents as Dataverse does: use the SQL function fold(text), and `fold(a) LIKE fold(b)`.
 * - Every alternate key has an index (texts folded), and so has every lookup column of a table's own that narrows down. Lookups to users and to organization-owned tables and the platform's stamps (owner, created by, currency …) have none: it would cost every write.
 * - Tables whose name begins with "__" belong to the host itself (imported files, callbacks, clock, ledger of unsupported requests).
 */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

export interface Sql {
  /** Runs one statement; statements are prepared once per text and cached. */
  run(statement: string, parameters?: readonly SqlValue[]): void;
  all(statement: string, parameters?: readonly SqlValue[]): SqlRow[];
  get(statement: string, parameters?: readonly SqlValue[]): SqlRow | null;
  /** Runs `work` in a transaction; nested calls are savepoints. Rolls back and rethrows when `work` throws. */
  transaction<T>(work: () => T): T;
  /** Calls `work` once the outermost transaction has committed (at once when there is none); dropped on rollback. */
  onCommit(work: () => void): void;
  close(): void;
}
