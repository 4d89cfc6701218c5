import { checkLabels, checkPackage } from "#solution/tools/check";
import { buildForLocalHost } from "../build/command";
import { buildHostIfPossible } from "../build/lock";
import { localHostPart, packageParts } from "../build/package";
import { say } from "../output";
import { packSolution } from "#solution/tools/pack";
import { checks, report } from "./checks";
import { runJest } from "./jest";

/** `npm run check`: type check, lint, freshness, architecture and package lint: everything that needs no running product. */
export async function check(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    say("npm run check\n  Type check, lint, freshness of generated files, architecture tests and the package linter on dist/solution.");
    return 0;
  }
  await buildHostIfPossible();
  await buildForLocalHost();
  const results = checks.map((run) => run());
  results.forEach(report);
  const findings = [...checkPackage(packSolution(packageParts(localHostPart())).folder), ...checkLabels()];
  for (const { code, where, message } of findings) say(`FAIL ${code} ${where}: ${message}`);
  say(findings.length === 0 ? "ok   package lint" : `FAIL package lint: ${findings.length} findings`);
  const architecture = await runJest(["--testPathPatterns", "tests/architecture"]);
  return results.every((result) => result.passed) && findings.length === 0 && architecture.failed === 0 ? 0 : 1;
}
