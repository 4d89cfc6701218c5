import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openConnection, sqliteKind, type SqliteKind } from "../../../local-host/store/connection";
import { openEngine } from "../../../local-host/store/engine";
import { nativeProblem } from "../../../local-host/store/native";
import type { SqlValue } from "../../../local-host/store/sql";

const folder = mkdtempSync(join(tmpdir(), "sqlite-kinds-"));
const given = process.env["SQLITE_KIND"];
const choose = (kind: string | undefined): void => {
  if (kind === undefined) delete process.env["SQLITE_KIND"];
  else process.env["SQLITE_KIND"] = kind;
};
afterEach(() => { choose(given); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

let files = 0;
const newFile = (): string => join(folder, `store${(files += 1)}.db`);

test("the native SQLite is taken where it loads, and the variable insists on one of them", () => {
  choose(undefined);
  expect(sqliteKind()).toBe(nativeProblem() === null ? "native" : "wasm");
  choose("wasm");
  expect(sqliteKind()).toBe("wasm");
  choose("native");
  expect(sqliteKind()).toBe("native");
});

test("a kind that is not there is refused in words that help, not taken for a folder that is broken", () => {
  choose("postgres");
  expect(() => openConnection(":memory:")).toThrow("The environment variable SQLITE_KIND asks for 'postgres', which cannot be had: there is native and wasm. Leave the variable out, or set it to wasm, which runs everywhere.");
  choose("native");
  jest.isolateModules(() => {
    jest.doMock("../../../local-host/store/native", () => ({ nativeProblem: () => "No native build was found" }));
    const fresh = jest.requireActual<{ sqliteKind(): SqliteKind }>("../../../local-host/store/connection");
    expect(() => fresh.sqliteKind()).toThrow("asks for 'native', which cannot be had: No native build was found. Leave");
  });
  jest.dontMock("../../../local-host/store/native");
});

/** Without its binary there is nothing to compare; `npm ci` leaves the package out then. */
const kinds: readonly SqliteKind[] = nativeProblem() === null ? ["native", "wasm"] : ["wasm"];

describe.each(kinds)("%s", (kind) => {
  beforeEach(() => { choose(kind); });

  test.each<[string, SqlValue, string]>([
    ["a small number", 5, "integer"], ["one beyond 32 bits", 2 ** 40, "integer"], ["the largest safe one", Number.MAX_SAFE_INTEGER, "integer"], ["one below", -(2 ** 31) - 1, "integer"],
    ["beyond what a number holds", 9_007_199_254_740_993n, "integer"], ["the largest of the store", 2n ** 63n - 1n, "integer"], ["a fraction", 1.5, "real"], ["a text", "ő😀 ß", "text"], ["no text", "", "text"],
    ["nothing", null, "null"], ["bytes", new Uint8Array([0, 255]), "blob"],
  ])("%s comes back as it went", (_, value, type) => {
    const database = openConnection(":memory:");
    const [row] = database.prepare("SELECT ? AS value, typeof(?1) AS type").all([value]);
    expect(row).toEqual({ value: value instanceof Uint8Array ? expect.objectContaining({ 0: 0, 1: 255, length: 2 }) as unknown : value, type });
    database.close();
  });

  test("a statement that once gave a large integer gives small ones as numbers all the same", () => {
    const database = openConnection(":memory:");
    const statement = database.prepare("SELECT ? AS value, 7 AS seven");
    const values = [1, 2n ** 60n, 1].map((value) => statement.all([value])[0]);
    expect(values).toEqual([{ value: 1, seven: 7 }, { value: 2n ** 60n, seven: 7 }, { value: 1, seven: 7 }]);
    database.close();
  });

  test("a failed statement can be run again, its error names the key, and nothing of it is left", () => {
    const engine = openEngine(newFile());
    engine.run("CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT)");
    engine.run("CREATE UNIQUE INDEX key_t ON t (fold(b))");
    const insert = (a: string, b: string): void => { engine.run("INSERT INTO t VALUES (?, ?)", [a, b]); };
    insert("1", "Ős");
    expect(() => { insert("2", "os"); }).toThrow("UNIQUE constraint failed: index 'key_t'");
    expect(() => { engine.transaction(() => { insert("3", "x"); insert("1", "y"); }); }).toThrow("UNIQUE constraint failed: t.a");
    insert("4", "z");
    expect(engine.all("SELECT a FROM t ORDER BY a")).toEqual([{ a: "1" }, { a: "4" }]);
    expect(engine.change("UPDATE t SET b = b || '!'")).toBe(2);
    expect(() => engine.all("SELECT missing FROM t")).toThrow("no such column: missing");
    engine.close();
  });

  test("a file that the other kind wrote is read and written on", () => {
    const file = newFile();
    const engine = openEngine(file);
    engine.run("CREATE TABLE t (n INTEGER)");
    engine.run("INSERT INTO t VALUES (?)", [2n ** 60n]);
    engine.close();
    choose(kinds.find((other) => other !== kind));
    const other = openEngine(file);
    other.run("INSERT INTO t VALUES (?)", [3]);
    expect(other.all("SELECT n FROM t ORDER BY n")).toEqual([{ n: 3 }, { n: 2n ** 60n }]);
    expect(other.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
    other.close();
  });

  test("a file that was closed leaves no pages in memory, however many are opened after it", () => {
    const file = newFile();
    const before = process.memoryUsage().rss;
    for (let opened = 0; opened < 30; opened += 1) {
      const engine = openEngine(file);
      engine.run("CREATE TABLE IF NOT EXISTS t (b TEXT)");
      if (opened === 0) engine.transaction(() => { for (let row = 0; row < 12_000; row += 1) engine.run("INSERT INTO t VALUES (?)", ["x".repeat(1_000)]); });
      engine.all("SELECT SUM(length(b)) FROM t");
      engine.close();
    }
    // Thirty times the 12 MB of the file would be 360.
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(150);
  });
});
