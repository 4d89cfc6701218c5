// Plain JavaScript for Node 20 without packages or build: an administrator runs it as it lies here.
import { checks } from "./checks.mjs";
import { dryRun } from "./dry-run.mjs";
import { ending, reasonOf, SmokeFault } from "./messages.mjs";
import { commonHelp, readOptions } from "./options.mjs";
import { openOrganisation } from "./organisation.mjs";
import { readPackage } from "./package.mjs";

const help = `node examples/smoke/smoke.mjs --url URL [options]

Checks an organisation after the import of Duly, line by line: green, or red with what mends it.
It changes nothing but for the dry run, which leaves one preview row in the table Dunning runs.
${commonHelp}
  --company CODE   company of the dry run (default: the first active one by its code)
  --no-dry-run     leave the dry run out
  --json           print one JSON object on stdout instead of lines
  --help           this text

Exit code: 0 all green, 1 something is red, 2 not understood.
`;

const own = { company: { type: "string" }, "no-dry-run": { type: "boolean", default: false }, json: { type: "boolean", default: false } };

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
  const context = { organisation: openOrganisation(options), expected: readPackage(options.package), company: options.values.company ?? null };
  const results = [];
  for (const check of [...checks, ...(options.values["no-dry-run"] ? [] : [["Dry run", dryRun]])]) {
    const result = await tried(check, context);
    results.push(result);
    if (!options.values.json) say(line(result));
    if (result.code === "DULY-SMOKE-010") break;
  }
  return results;
}

async function main() {
  const options = readOptions(process.argv.slice(2), process.env, own);
  if (options === null) { say(help); return 0; }
  const results = await run(options);
  const failed = results.filter((result) => !result.ok).length;
  if (options.values.json) say(JSON.stringify({ url: options.origin, package: options.package, passed: results.length - failed, failed, checks: results }));
  else say(`${results.length - failed} ok, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await ending(main);
