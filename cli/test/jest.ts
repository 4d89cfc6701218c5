import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, existsSync } from "node:fs";
import { inRoot, root } from "../root";

export interface TestCase { readonly title: string; readonly status: "passed" | "failed" | "pending" | "todo" | "skipped" | "disabled" }

export interface TestResults {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly cases: readonly TestCase[];
}

export interface JestResults extends TestResults {
  /** Test files that failed before any of their tests was known. */
  readonly broken: readonly string[];
}

interface JestJson {
  readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number; readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly status: "passed" | "failed" | "pending" | "skipped"; readonly assertionResults: readonly { readonly fullName: string; readonly status: TestCase["status"] }[] }[];
}

function summed(json: JestJson): JestResults {
  return {
    passed: json.numPassedTests, failed: json.numFailedTests + json.numRuntimeErrorTestSuites, skipped: json.numPendingTests,
    cases: json.testResults.flatMap((file) => file.assertionResults.map((test) => ({ title: test.fullName, status: test.status }))),
    broken: json.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).map(({ name }) => name),
  };
}

/** Runs jest with the given arguments and additions to the environment; its own report goes to stderr. A jest that breaks off without a result counts as one failure, and the files that it was given as broken. */
export async function runJest(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<JestResults> {
  const file = inRoot("dist", "test", "results.json");
  mkdirSync(inRoot("dist", "test"), { recursive: true });
  rmSync(file, { force: true });
  const child = spawn(process.execPath, ["--experimental-vm-modules", "--no-warnings", inRoot("node_modules", "jest", "bin", "jest.js"), "--json", `--outputFile=${file}`, ...args],
    { cwd: root, stdio: ["ignore", "ignore", 2], env: { ...process.env, ...environment } });
  await new Promise((done) => child.on("close", done));
  return existsSync(file)
    ? summed(JSON.parse(readFileSync(file, "utf8")) as JestJson)
    : { passed: 0, failed: 1, skipped: 0, cases: [], broken: args.filter((one) => existsSync(one)) };
}
