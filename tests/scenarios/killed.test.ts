import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lastNight } from "../../cli/start/count";
import { openStore, temporaryFolder } from "../builders/store";

/**
 * The night of a whole ledger is killed (SIGKILL) at many moments, and taken up again each time.
 * What is left must be exactly what an undisturbed night leaves.
 */
const day = "2026-11-02";
const folders = [temporaryFolder(), temporaryFolder()] as const;
afterAll(() => folders.forEach((folder) => folder.remove()));

const start = (dataDir: string) => spawn(process.execPath, [join("cli", "boot.mjs"), "start", "--data", dataDir, "--as-of", day, "--no-serve"], { stdio: ["ignore", "ignore", "pipe"] });

/** Starts, kills after so many milliseconds from the moment the night begins; false when it had ended before. */
async function killed(dataDir: string, milliseconds: number): Promise<boolean> {
  const child = start(dataDir);
  let timer: NodeJS.Timeout | undefined;
  child.stderr.on("data", (chunk: Buffer) => {
    if (/playing/i.test(chunk.toString("utf8"))) timer ??= setTimeout(() => child.kill("SIGKILL"), milliseconds);
  });
  const signal = await new Promise<NodeJS.Signals | null>((done) => child.on("close", (_code, name) => done(name)));
  clearTimeout(timer);
  return signal === "SIGKILL";
}

async function finished(dataDir: string): Promise<void> {
  const child = start(dataDir);
  let text = "";
  child.stderr.on("data", (chunk: Buffer) => { text += chunk.toString("utf8"); });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  if (code !== 0) throw new Error(`npm start ended with ${code}:\n${text}`);
}

/** What the night left: lines by item and step, communications by key and status, messages. */
function remains(dataDir: string): { lines: readonly string[]; communications: readonly string[]; messages: number } {
  const session = openStore(dataDir, day);
  const text = (statement: string): readonly string[] => session.host.sql.all(statement).map((row) => Object.values(row).join(" "));
  try {
    expect(lastNight(session.host)).toBe(day);
    return {
      lines: text("SELECT i.duly_name, s.duly_sequence, l.duly_cycle FROM duly_communicationline l JOIN duly_openitem i ON i.duly_openitemid = l.duly_openitem JOIN duly_strategystep s ON s.duly_strategystepid = l.duly_strategystep ORDER BY 1, 2, 3"),
      communications: text("SELECT d.duly_number, c.duly_channel, c.duly_total, c.statuscode FROM duly_communication c JOIN duly_debtor d ON d.duly_debtorid = c.duly_debtor ORDER BY 1, 2, 3, 4"),
      messages: readdirSync(session.outboxDir).filter((name) => name.endsWith(".eml")).length,
    };
  } finally {
    session.close();
  }
}

test("killed again and again in the middle of a night, nothing is missing and nothing is doubled", async () => {
  const [calm, rough] = folders;
  await finished(calm.path);
  let kills = 0;
  for (const milliseconds of [30, 150, 400, 900, 1600]) if (await killed(rough.path, milliseconds)) kills += 1;
  expect(kills).toBeGreaterThanOrEqual(2);
  expect(existsSync(rough.path)).toBe(true);
  await finished(rough.path);
  const expected = remains(calm.path);
  expect(expected.lines.length).toBeGreaterThan(100);
  expect(remains(rough.path)).toEqual(expected);
}, 600_000);
