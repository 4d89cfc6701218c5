import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { openHost } from "../../../local-host/open";
import type { SqliteKind } from "../../../local-host/store/connection";
import { nativeProblem } from "../../../local-host/store/native";
import { faultOf } from "../../builders/local-host";

const workshop = mkdtempSync(join(tmpdir(), "local-host-crash-"));
const program = join(workshop, "child.cjs");
let folders = 0;
const newFolder = (): string => join(workshop, `store${(folders += 1)}`);

beforeAll(() => {
  buildSync({ entryPoints: [join("tests", "local-host", "store", "child.ts")], bundle: true, platform: "node", external: ["node-sqlite3-wasm"], outfile: program, logLevel: "error" });
});
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

/** Both kinds of SQLite where the native one loads. What the one left is also opened by the other. */
const kinds: readonly SqliteKind[] = nativeProblem() === null ? ["native", "wasm"] : ["wasm"];
const pairs = kinds.flatMap((first) => kinds.map((second) => [first, second] as const));
const given = process.env["DULY_SQLITE"];
const use = (kind: SqliteKind): void => { process.env["DULY_SQLITE"] = kind; };
afterEach(() => {
  if (given === undefined) delete process.env["DULY_SQLITE"];
  else process.env["DULY_SQLITE"] = given;
});

const start = (dataDir: string, how: string) => spawn(process.execPath, [program, dataDir, how], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, NODE_PATH: join(process.cwd(), "node_modules") } });

/** Starts a child and gives the lines it printed until it was killed: by itself, or after `kill` lines and some milliseconds. */
async function lines(dataDir: string, how: string, kill?: { readonly after: number; readonly milliseconds: number }): Promise<readonly string[]> {
  const child = start(dataDir, how);
  const printed: string[] = [];
  createInterface(child.stdout).on("line", (line) => {
    printed.push(line);
    if (kill !== undefined && printed.length === kill.after) setTimeout(() => child.kill("SIGKILL"), kill.milliseconds);
  });
  await new Promise((done) => child.on("close", done));
  return printed;
}

test.each(pairs)("A process of %s SQLite killed in the middle of a transaction, with half of it in the file: %s SQLite finds only what was committed", async (first, second) => {
  const dataDir = newFolder();
  use(first);
  await lines(dataDir, "torn");
  expect(existsSync(join(dataDir, "store.db.lock"))).toBe(first === "wasm");
  use(second);
  const host = openHost({ dataDir, plugins: {} });
  try {
    expect(host.sql.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
    expect(host.sql.all("SELECT name, COUNT(*) AS n FROM account GROUP BY name")).toEqual([{ name: "round 0", n: 50 }]);
  } finally {
    host.close();
  }
});

test.each(kinds)("Killed again and again at any moment, %s: every round that was reported is there in full, no round is there in part", async (kind) => {
  use(kind);
  const dataDir = newFolder();
  let reported = -1;
  for (const milliseconds of [0, 3, 7, 12, 18, 25]) {
    const printed = await lines(dataDir, "rounds", { after: 3, milliseconds });
    reported = Math.max(reported, ...printed.map(Number));
    const host = openHost({ dataDir, plugins: {} });
    const rounds = host.sql.all("SELECT name, COUNT(*) AS n FROM account GROUP BY name");
    expect(host.sql.get("PRAGMA integrity_check")).toEqual({ integrity_check: "ok" });
    host.close();
    expect(new Set(rounds.map((row) => row["n"]))).toEqual(new Set([40]));
    expect(rounds.length).toBeGreaterThanOrEqual(reported + 1);
  }
}, 60_000);

test.each(pairs)("a store that %s SQLite has open is refused to %s with the number of the process; when that process is killed its lock does not block the next", async (first, second) => {
  const dataDir = newFolder();
  use(first);
  const child = start(dataDir, "hold");
  await new Promise((done) => child.stdout.once("data", done));
  use(second);
  const fault = faultOf(() => openHost({ dataDir, plugins: {} }));
  expect([fault.code, fault.message]).toEqual(["0x80048070", expect.stringContaining(`in use by process ${String(child.pid)}`)]);
  const closed = new Promise((done) => child.on("close", done));
  child.kill("SIGKILL");
  await closed;
  expect(existsSync(join(dataDir, "store.db.lock"))).toBe(first === "wasm");
  openHost({ dataDir, plugins: {} }).close();
});

const claims = (dataDir: string) => readdirSync(dataDir).filter((name) => name.endsWith(".pid"));

test("a lock directory and a claim that nobody makes any more are taken away", () => {
  const dataDir = newFolder();
  openHost({ dataDir, plugins: {} }).close();
  mkdirSync(join(dataDir, "store.db.lock"));
  writeFileSync(join(dataDir, `store.db.${process.pid}-1.pid`), "");
  openHost({ dataDir, plugins: {} }).close();
  expect(claims(dataDir)).toEqual([]);
});

test("a process that has the store open does not open it a second time", () => {
  const dataDir = newFolder();
  const host = openHost({ dataDir, plugins: {} });
  expect(faultOf(() => openHost({ dataDir, plugins: {} })).code).toBe("0x80048070");
  host.close();
  openHost({ dataDir, plugins: {} }).close();
});

const gate = `
const { takeOwnership } = require(process.argv[2]);
const [file, at] = process.argv.slice(3);
while (Date.now() < Number(at));
try { takeOwnership(file); process.stdout.write("own"); } catch (error) { process.stdout.write(error.code); }
setInterval(() => {}, 1000);
`;

test("of processes that find a dead owner at the same moment, one gets the store", async () => {
  const owner = join(workshop, "owner.cjs");
  buildSync({ entryPoints: [join("local-host", "store", "owner.ts")], bundle: true, platform: "node", format: "cjs", outfile: owner, logLevel: "error" });
  writeFileSync(join(workshop, "gate.cjs"), gate);
  for (let round = 0; round < 5; round += 1) {
    const dataDir = newFolder();
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, "store.db.999999-1.pid"), "");
    const at = String(Date.now() + 600);
    const children = [1, 2, 3].map(() => spawn(process.execPath, [join(workshop, "gate.cjs"), owner, join(dataDir, "store.db"), at], { stdio: ["ignore", "pipe", "inherit"] }));
    const answers = await Promise.all(children.map((child) => new Promise<string>((done) => { child.stdout.once("data", (text) => { done(String(text)); }); })));
    children.forEach((child) => child.kill("SIGKILL"));
    expect(answers.sort()).toEqual(["0x80048070", "0x80048070", "own"]);
  }
}, 60_000);
