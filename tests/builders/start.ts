import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `npm start` over a folder to its end, without serving; `interruptAt`: Ctrl-C when stderr first says this. */
export const startIn = (dataDir: string) => (args: readonly string[], interruptAt?: RegExp): Promise<Ended> => {
  const child = spawn(process.execPath, [join("cli", "boot.mjs"), "start", "--data", dataDir, "--no-serve", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const text = { out: "", err: "" };
  let sent = false;
  child.stdout.on("data", (chunk: Buffer) => { text.out += chunk.toString("utf8"); });
  child.stderr.on("data", (chunk: Buffer) => {
    text.err += chunk.toString("utf8");
    if (interruptAt?.test(text.err) !== true || sent) return;
    sent = true;
    child.kill("SIGINT");
  });
  return new Promise((done) => { child.on("close", (code) => { done({ code, ...text }); }); });
};
