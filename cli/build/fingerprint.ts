import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { inRoot, root } from "../root";

const skipped = new Set(["node_modules", "out", "generated", "dist", ".git"]);

function* files(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) { yield path; return; }
  for (const name of readdirSync(path).sort()) if (!skipped.has(name)) yield* files(join(path, name));
}

/** SHA-256 over names and contents of all files below the given places (relative to the checkout). */
export function fingerprint(places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const place of places) {
    for (const file of files(inRoot(place))) hash.update(relative(root, file).replaceAll("\\", "/")).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

export interface BuildStep {
  readonly name: string;
  /** Files and folders that decide the result. */
  readonly inputs: readonly string[];
  /** Files and folders that must exist afterwards. */
  readonly output: string | readonly string[];
  run(): Promise<void>;
}

/** What a step was given and what stands there of it: a file that was damaged or changed since is made anew. */
function stateOf({ inputs, output }: BuildStep): string | null {
  const outputs = [output].flat();
  return outputs.every((one) => existsSync(inRoot(one))) ? `${fingerprint([...inputs, "package-lock.json"])} ${fingerprint(outputs)}` : null;
}

/** Runs a step unless its inputs are those of the last successful run and its output stands as that left it. Says whether it ran. */
export async function runStep(step: BuildStep): Promise<boolean> {
  const stamp = inRoot("dist", ".cache", `${step.name}.sha256`);
  const before = existsSync(stamp) ? readFileSync(stamp, "utf8") : null;
  if (before !== null && before === stateOf(step)) return false;
  await step.run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, stateOf(step) ?? "");
  return true;
}
