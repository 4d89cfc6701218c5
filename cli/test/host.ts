import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseXml } from "#solution/tools/xml/parse";
import { descendants } from "#solution/tools/xml/element";
import { hostDll } from "../build/host";
import { buildHostIfPossible } from "../build/lock";
import { CliError, say } from "../output";
import { inRoot } from "../root";
import type { CheckResult } from "./checks";
import type { TestCase, TestResults } from "./jest";

interface Suite { readonly name: string; readonly folder: string; readonly args: readonly string[] }

/** The tests of the host run twice: against its project, and against the one DLL that ships. */
const suites: readonly Suite[] = [
  { name: "merge", folder: "merge-tests", args: [] },
  { name: "host", folder: "tests", args: [] },
  { name: "merged-host", folder: "tests", args: [`-p:HostDll=${inRoot(hostDll)}`] },
];

const failure = (title: string): TestResults => ({ passed: 0, failed: 1, skipped: 0, cases: [{ title, status: "failed" }] });

const outcomes: Readonly<Record<string, TestCase["status"]>> = { Passed: "passed", NotExecuted: "skipped" };

/** Counts of a .trx file, which `dotnet test` writes. */
export function trxResults(text: string): TestResults {
  const cases = descendants(parseXml(text), "UnitTestResult")
    .map(({ attributes }): TestCase => ({ title: attributes.testName ?? "", status: outcomes[attributes.outcome ?? ""] ?? "failed" }));
  const count = (status: TestCase["status"]): number => cases.filter((test) => test.status === status).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), cases };
}

function run({ name, folder, args }: Suite): TestResults {
  const results = inRoot("dist", "test", "dotnet");
  const file = join(results, `${name}.trx`);
  rmSync(file, { force: true });
  const result = spawnSync("dotnet", ["test", folder, ...args, "--nologo", "--logger", `trx;LogFileName=${name}.trx`, "--results-directory", results], {
    cwd: inRoot("plugins-ts-bridge", "host-csharp"), env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1" }, encoding: "utf8", maxBuffer: 1 << 26,
  });
  const found = existsSync(file) ? trxResults(readFileSync(file, "utf8")) : failure(`the ${name} tests did not run`);
  const fine = result.status === 0 && found.passed > 0;
  say(`${fine ? "ok  " : "FAIL"} C# tests, ${name}: ${found.passed} passed, ${found.failed} failed`);
  if (!fine) say(`${result.stdout}${result.stderr}`);
  return fine || found.failed > 0 ? found : failure(`the ${name} tests broke off`);
}

/** No test at all. */
export const none: TestResults = { passed: 0, failed: 0, skipped: 0, cases: [] };

const sum = (all: readonly TestResults[]): TestResults => all.reduce((one, two) => ({
  passed: one.passed + two.passed, failed: one.failed + two.failed, skipped: one.skipped + two.skipped, cases: [...one.cases, ...two.cases],
}), none);

/** Builds the C# host; null where .NET is not. */
export async function buildHostCheck(): Promise<CheckResult | null> {
  const name = "build of the C# host";
  try {
    return await buildHostIfPossible() ? { name, passed: true, text: "" } : null;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { name, passed: false, text: `${error.code} ${error.message}` };
  }
}

/** Runs the C# tests; the host and the rule bundle must be built. */
export const runHostTests = (): TestResults => sum(suites.map(run));
