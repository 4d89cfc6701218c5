import { buildForLocalHost } from "../build/command";
import { hostDll } from "../build/host";
import { say } from "../output";
import { inRoot } from "../root";
import { checks, report, type CheckResult } from "./checks";
import { buildHostCheck, none, runHostTests } from "./host";
import { runJest } from "./jest";

const help = `npm test -- [jest arguments]

Builds and packs, then type check, lint, freshness of generated files, the tests of the C# host (where .NET is) and all jest projects (node, jsdom, browser).
With arguments only jest runs, with them: npm test -- tests/domain. The last line is 'N passed, N failed'.
Browser tests take the Chromium of CHROMIUM_PATH, else one on the machine, else that of the package @sparticuz/chromium.`;

function told(result: CheckResult): CheckResult {
  report(result);
  return result;
}

/** `npm test`: everything that must hold. Exit code 0 only when nothing failed and something ran. */
export async function test(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) { say(help); return 0; }
  const everything = args.length === 0;
  say("Building and packing …");
  const built = everything ? await buildHostCheck() : null;
  await buildForLocalHost();
  const results = everything ? [...(built === null ? [] : [told(built)]), ...checks.map((check) => told(check()))] : [];
  const host = built?.passed === true ? runHostTests() : none;
  // V8 and Jint are compared in what ships, where it was built.
  const tests = await runJest(args, built?.passed === true ? { DULY_HOST_DLL: inRoot(hostDll) } : {});
  const passed = tests.passed + host.passed + results.filter((result) => result.passed).length;
  const failed = tests.failed + host.failed + results.filter((result) => !result.passed).length;
  const skipped = tests.skipped + host.skipped;
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
