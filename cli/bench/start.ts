import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inRoot, root } from "../root";

const start = (dataDir: string, ...args: readonly string[]) =>
  spawn(process.execPath, [inRoot("cli", "boot.mjs"), "start", "--data", dataDir, "--port", "0", ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });

/** Seconds until a start says "Ready". */
async function untilReady(dataDir: string): Promise<number> {
  const began = performance.now();
  const child = start(dataDir);
  const seconds = await new Promise<number>((done, fail) => {
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => { text += chunk.toString("utf8"); });
    child.stdout.on("data", () => { if (text.includes("Ready")) done((performance.now() - began) / 1000); });
    child.on("close", () => fail(new Error(`npm start ended before it was ready:\n${text}`)));
  });
  child.removeAllListeners("close");
  await new Promise((done) => { child.on("close", done); child.kill("SIGTERM"); });
  return seconds;
}

/** First start (import, ledger, a night) and second start (the store is set up) with the example ledger. */
export async function benchStart(): Promise<{ readonly firstSeconds: number; readonly secondSeconds: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), "duly-bench-"));
  try {
    const firstSeconds = await untilReady(dataDir);
    return { firstSeconds, secondSeconds: await untilReady(dataDir) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
