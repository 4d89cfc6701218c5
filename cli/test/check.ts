import { parseArgs } from "node:util";
import { buildForLocalHost } from "../build/command";
import { buildHostIfPossible } from "../build/lock";
import { say } from "../output";
import { type CheckResult, checks, report } from "./checks";
import { runJest } from "./jest";
import { acceptIds } from "./package-lint";

const help = `npm run check [-- --accept]

Type check, lint, freshness of generated files, the package linter on the zips and the folder in dist/, and the architecture tests.
A finding of the linter tells rule, component, path and mend.
--accept first takes new components, and removals that CHANGELOG.md tells under '### Removals', into solution/ids.lock.json.`;

const done = (result: CheckResult): boolean => {
  report(result);
  return result.passed;
};

/** `npm run check`: everything that needs no running product. */
export async function check(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { help: { type: "boolean", short: "h" }, accept: { type: "boolean" } } });
  if (values.help) { say(help); return 0; }
  await buildHostIfPossible();
  await buildForLocalHost();
  if (values.accept && !done(acceptIds())) return 1;
  const passed = checks.map((run) => done(run()));
  const architecture = await runJest(["--testPathPatterns", "tests/architecture"]);
  return passed.every(Boolean) && architecture.failed === 0 ? 0 : 1;
}
