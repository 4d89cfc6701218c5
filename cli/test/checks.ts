import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { choices } from "#solution/schema/choices";
import { tables } from "#solution/schema/tables";
import { namesModule } from "#solution/tools/names";
import { staleLock } from "../build/lock";
import { say } from "../output";
import { inRoot, root } from "../root";
import { packageLint } from "./package-lint";

export interface CheckResult { readonly name: string; readonly passed: boolean; readonly text: string }

function tool(name: string, script: readonly string[], args: readonly string[]): CheckResult {
  const result = spawnSync(process.execPath, [inRoot("node_modules", ...script), ...args], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return { name, passed: result.status === 0, text: `${result.stdout ?? ""}${result.stderr ?? ""}`.trim() };
}

const typeCheck = (): CheckResult => tool("type check", ["typescript", "bin", "tsc"], ["-p", "."]);

const lint = (): CheckResult =>
  tool("lint", ["eslint", "bin", "eslint.js"], [".", "--max-warnings", "0", "--cache", "--cache-location", "dist/.cache/eslint"]);

/** Generated files stand as the schema wants them, none of them is committed, and the record of the C# host is that of its sources. */
function fresh(): CheckResult {
  const names = readFileSync(inRoot("solution", "generated", "names.ts"), "utf8") === namesModule(tables, choices);
  const git = spawnSync("git", ["ls-files", "--", "dist", "docs/reference", "**/generated/**", "**/out/**"], { cwd: root, encoding: "utf8" });
  const committed = git.status === 0 ? git.stdout.trim() : "";
  const text = [
    ...(names ? [] : ["solution/generated/names.ts is not what solution/schema gives; run npm run build."]),
    ...(committed === "" ? [] : [`Generated files are committed; remove them with git rm --cached:\n${committed}`]),
    ...(staleLock() === "" ? [] : [staleLock()]),
  ].join("\n");
  return { name: "freshness of generated files", passed: text === "", text };
}

/** The checks beside the tests, each run when asked for. */
export const checks: readonly (() => CheckResult)[] = [typeCheck, lint, fresh, packageLint];

/** Says how a check ended, and what it found when it failed. */
export function report(result: CheckResult): void {
  say(`${result.passed ? "ok  " : "FAIL"} ${result.name}`);
  if (!result.passed) say(result.text);
}
