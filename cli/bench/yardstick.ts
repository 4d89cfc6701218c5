import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { openEngine } from "../../local-host/store/engine";

const columns = 25;

/** A row like a message's line: ids, texts, numbers, gaps. */
const values = (row: number): (string | number | null)[] =>
  Array.from({ length: columns }, (_, column) => (column < 4 ? randomUUID() : column % 4 === 0 ? `text ${row}` : column % 4 === 1 ? null : row * column));

/**
 * Seconds that this machine needs to put `rows` rows into a bare SQLite table through the same library: the part of any run that Duly cannot
 * avoid. A run divided by it compares machines of different speed.
 */
export function yardstick(dataDir: string, rows: number): number {
  const engine = openEngine(join(dataDir, "yardstick.db"));
  const names = Array.from({ length: columns }, (_, column) => `c${column}`);
  engine.run(`CREATE TABLE bare (${names.map((name, column) => (column === 0 ? `${name} TEXT PRIMARY KEY` : name)).join(", ")})`);
  for (const name of ["c1", "c2", "c3"]) engine.run(`CREATE INDEX bare_${name} ON bare (${name})`);
  const insert = `INSERT INTO bare VALUES (${names.map(() => "?").join(", ")})`;
  const began = performance.now();
  engine.transaction(() => { for (let row = 0; row < rows; row += 1) engine.run(insert, values(row)); });
  const seconds = (performance.now() - began) / 1000;
  engine.close();
  return seconds;
}
