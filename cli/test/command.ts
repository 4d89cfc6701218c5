import { buildAndPack } from "../build/command";
import { say } from "../output";
import { checks, report, type CheckResult } from "./checks";
import { runJest } from "./jest";

const help = `npm test -- [jest arguments]

Builds and packs, then type check, lint, freshness of generated files and all jest projects (node, jsdom, browser).
With arguments only jest runs, with them: npm test -- tests/domain. The last line is 'N passed, N failed'.
Browser tests take the Chromium of CHROMIUM_PATH, else one on the machine, else that of the package @sparticuz/chromium.`;

function runChecks(): readonly CheckResult[] {
  return checks.map((check) => {
    const result = check();
    report(result);
    return result;
  });
}

/** `npm test`: everything that must hold. Exit code 0 only when nothing failed and something ran. */
export async function test(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) { say(help); return 0; }
  say("Building and packing …");
  await buildAndPack();
  const results = args.length === 0 ? runChecks() : [];
  const tests = await runJest(args);
  const passed = tests.passed + results.filter((result) => result.passed).length;
  const failed = tests.failed + results.filter((result) => !result.passed).length;
  process.stdout.write(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""}\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
