import { spawn } from "node:child_process";
import { join } from "node:path";

export interface Ended { readonly status: number | null; readonly out: string; readonly err: string }

export interface ScriptCall {
  readonly args: readonly string[];
  /** All that the script sees beside PATH. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs a script of the checkout in a process of its own, as a person does; a server in this process can answer it meanwhile. */
export function runScript(script: string, { args, environment = {}, cwd = process.cwd() }: ScriptCall): Promise<Ended> {
  const child = spawn(process.execPath, [join(process.cwd(), script), ...args], { cwd, env: { PATH: process.env.PATH ?? "", ...environment } });
  let out = "", err = "";
  child.stdout.on("data", (text: Buffer) => { out += text.toString(); });
  child.stderr.on("data", (text: Buffer) => { err += text.toString(); });
  return new Promise((done) => { child.on("close", (status) => { done({ status, out, err }); }); });
}
