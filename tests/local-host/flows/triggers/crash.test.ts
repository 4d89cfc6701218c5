import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

test("killed between sending and recording: the run is repeated, the message is there once", () => {
  const folder = mkdtempSync(join(tmpdir(), "crash-"));
  const [script, store, outbox] = [join(folder, "child.cjs"), join(folder, "store"), join(folder, "outbox")];
  buildSync({ entryPoints: [join(__dirname, "crash-child.ts")], outfile: script, bundle: true, platform: "node", format: "cjs", external: ["node-sqlite3-wasm"], logLevel: "error" });
  const start = (mode: string): ReturnType<typeof spawnSync> => spawnSync(process.execPath, [script, store, outbox, mode], { encoding: "utf8", env: { ...process.env, NODE_PATH: join(process.cwd(), "node_modules") } });
  try {
    const killed = start("kill");
    expect([killed.signal, killed.stderr]).toEqual(["SIGKILL", ""]);
    expect(readdirSync(outbox)).toHaveLength(1);
    const [repeated] = JSON.parse(String(start("finish").stdout)) as { runId: string; status: string }[];
    const [message, ...more] = readdirSync(outbox);
    expect(repeated?.status).toBe("Succeeded");
    expect(message?.startsWith(repeated?.runId ?? "?")).toBe(true);
    expect(more).toEqual([]);

    expect(String(start("finish").stdout)).toBe("[]");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);
