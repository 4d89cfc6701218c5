import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openEngine, type Engine } from "./engine";
import { rollBackJournal } from "./journal";
import { takeOwnership } from "./owner";

export interface Store { readonly engine: Engine; close(): void }

const HOST_TABLES = [
  `CREATE TABLE IF NOT EXISTS "__setting" ("name" TEXT PRIMARY KEY, "value" TEXT)`,
  `CREATE TABLE IF NOT EXISTS "__file" ("path" TEXT PRIMARY KEY, "solution" TEXT NOT NULL, "content" BLOB NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS "__component" ("solution" TEXT NOT NULL, "table" TEXT NOT NULL, "id" TEXT NOT NULL, PRIMARY KEY ("solution", "table", "id"))`,
  `CREATE TABLE IF NOT EXISTS "__solution" ("name" TEXT PRIMARY KEY, "version" TEXT NOT NULL, "sha256" TEXT NOT NULL, "report" TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS "__label" ("table" TEXT NOT NULL, "id" TEXT NOT NULL, "column" TEXT NOT NULL, "lcid" INTEGER NOT NULL, "text" TEXT NOT NULL, PRIMARY KEY ("table", "column", "lcid", "id")) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS "__unsupported" ("kind" TEXT NOT NULL, "what" TEXT NOT NULL, "count" INTEGER NOT NULL, "firstseen" TEXT NOT NULL, PRIMARY KEY ("kind", "what"))`,
];

/** Opens the store in a folder (made when missing) after whatever happened to it. Throws 0x80048070 while another process has it. */
export function openStore(dataDir: string): Store {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "store.db");
  const release = takeOwnership(file);
  try {
    rollBackJournal(file);
    const engine = openEngine(file);
    engine.transaction(() => HOST_TABLES.forEach((statement) => engine.run(statement)));
    return { engine, close: () => { engine.close(); release(); } };
  } catch (error) {
    release();
    throw error;
  }
}
