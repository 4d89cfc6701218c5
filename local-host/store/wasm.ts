import { Database, type Statement } from "node-sqlite3-wasm";
import type { Connection, Prepared } from "./connection";
import type { SqlRow, SqlValue } from "./sql";

/** `finalize` of the library reports the failure of the last run a second time; the statement is gone all the same. */
function letGo(statement: Statement): void {
  try {
    statement.finalize();
  } catch (error) {
    if (!statement.isFinalized) throw error;
  }
}

const prepared = (statement: Statement): Prepared => ({
  run: (parameters) => statement.run(parameters as SqlValue[]).changes,
  all: (parameters) => statement.all(parameters as SqlValue[]) as SqlRow[],
  finalize: () => { letGo(statement); },
});

/** SQLite in WebAssembly. */
export function wasmConnection(file: string): Connection {
  const database = new Database(file);
  return {
    get inTransaction() { return database.inTransaction; },
    exec: (statement) => { database.exec(statement); },
    prepare: (statement) => prepared(database.prepare(statement)),
    define: (name, work) => { database.function(name, work as (value: SqlValue) => SqlValue, { deterministic: true }); },
    close: () => { database.close(); },
  };
}
