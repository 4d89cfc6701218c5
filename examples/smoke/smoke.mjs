// Plain JavaScript for Node 20 without packages or build: an administrator runs it as it lies here.
import { checks } from "./checks.mjs";
import { dryRun } from "./dry-run.mjs";
import { reasonOf, SmokeFault } from "./messages.mjs";
import { help, readOptions } from "./options.mjs";
import { openOrganisation } from "./organisation.mjs";
import { readPackage } from "./package.mjs";

const say = (text) => { process.stdout.write(`${text}\n`); };

async function tried([name, check], context) {
  try {
    return { name, ok: true, detail: await check(context), code: null, mend: null };
  } catch (error) {
    const fault = error instanceof SmokeFault ? error : new SmokeFault("DULY-SMOKE-030", { reason: reasonOf(error) });
    return { name, ok: false, detail: null, code: fault.code, mend: fault.message };
  }
}

const colour = (code, text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text);

const line = ({ name, ok, detail, code, mend }) => (ok ? `${colour(32, "ok  ")} ${name}: ${detail}` : `${colour(31, "FAIL")} ${name}: ${code} ${mend}`);

/** Makes every check, one after another; when the organisation does not answer, the first only. */
async function run(options) {
  const context = { organisation: openOrganisation(options), expected: readPackage(options.package), company: options.company };
  const results = [];
  for (const check of [...checks, ...(options.dryRun ? [["Dry run", dryRun]] : [])]) {
    const result = await tried(check, context);
    results.push(result);
    if (!options.json) say(line(result));
    if (result.code === "DULY-SMOKE-010") break;
  }
  return results;
}

async function main() {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === null) { say(help); return 0; }
  const results = await run(options);
  const failed = results.filter((result) => !result.ok).length;
  if (options.json) say(JSON.stringify({ url: options.origin, package: options.package, passed: results.length - failed, failed, checks: results }));
  else say(`${results.length - failed} ok, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SmokeFault)) throw error;
  process.stderr.write(`${error.code} ${error.message}\n`);
  process.exitCode = 2;
}
