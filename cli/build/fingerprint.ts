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

/** Runs a step unless its inputs are those of the last successful run and its output still stands. Says whether it ran. */
export async function runStep(step: BuildStep): Promise<boolean> {
  const stamp = inRoot("dist", ".cache", `${step.name}.sha256`);
  const now = fingerprint([...step.inputs, "package-lock.json"]);
  const whole = [step.output].flat().every((output) => existsSync(inRoot(output)));
  if (whole && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return false;
  await step.run();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
