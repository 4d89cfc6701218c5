import { spawn } from "node:child_process";
import { inRoot, root } from "../root";

const mark = "DULY_BENCH_CHILD";

/** Whether this process was started to measure one part. */
export const isChild = (): boolean => process.env[mark] !== undefined;

/** Runs a verb in a process of its own, so that its peak memory is its own; gives the JSON it printed. `beside` adds to its environment. */
export async function inChild(args: readonly string[], beside: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const child = spawn(process.execPath, [inRoot("cli", "boot.mjs"), ...args], { cwd: root, env: { ...process.env, ...beside, [mark]: "1" }, stdio: ["ignore", "pipe", 2] });
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => { text += chunk.toString("utf8"); });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
  return JSON.parse(text) as unknown;
}
