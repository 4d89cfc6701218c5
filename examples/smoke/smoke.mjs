// Plain JavaScript for Node 20 without packages or build: an administrator runs it as it lies here.
import { checks } from "./checks.mjs";
import { dryRun } from "./dry-run.mjs";
import { ending, faultOf } from "./messages.mjs";
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

Where the organisation does not answer, or stops answering, the checks that are left are skipped.

Exit code: 0 all green, 1 something is red, 2 not understood.
`;

const own = { company: { type: "string" }, "no-dry-run": { type: "boolean", default: false }, json: { type: "boolean", default: false } };

const say = (text) => { process.stdout.write(`${text}\n`); };

async function tried([name, check], context) {
  try {
    return { name, ok: true, skipped: false, detail: await check(context), code: null, mend: null };
  } catch (error) {
    const { code, message } = faultOf(error);
    return { name, ok: false, skipped: false, detail: null, code, mend: message };
  }
}

const skipped = ([name]) => ({ name, ok: false, skipped: true, detail: null, code: null, mend: null });

/** After these nothing answers. */
const unanswered = new Set(["DULY-SMOKE-010", "DULY-SMOKE-031"]);

const colour = (code, text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text);

function line({ name, ok, skipped: left, detail, code, mend }) {
  if (left) return `${colour(33, "skip")} ${name}`;
  return ok ? `${colour(32, "ok  ")} ${name}: ${detail}` : `${colour(31, "FAIL")} ${name}: ${code} ${mend}`;
}

/** Makes every check, one after another, until the organisation does not answer. */
async function run(options) {
  const context = { organisation: openOrganisation(options), expected: readPackage(options.package), company: options.values.company ?? null };
  const results = [];
  for (const check of [...checks, ...(options.values["no-dry-run"] ? [] : [["Dry run", dryRun]])]) {
    const result = results.some(({ code }) => unanswered.has(code)) ? skipped(check) : await tried(check, context);
    results.push(result);
    if (!options.values.json) say(line(result));
  }
  return results;
}

/** How many were green, red and skipped. */
function counts(results) {
  const [passed, left] = [results.filter(({ ok }) => ok).length, results.filter((result) => result.skipped).length];
  return { passed, failed: results.length - passed - left, skipped: left };
}

async function main() {
  const options = readOptions(process.argv.slice(2), process.env, own);
  if (options === null) { say(help); return 0; }
  const results = await run(options);
  const { passed, failed, skipped: left } = counts(results);
  if (options.values.json) say(JSON.stringify({ url: options.origin, package: options.package, passed, failed, skipped: left, checks: results }));
  else say(`${passed} ok, ${failed} failed${left === 0 ? "" : `, ${left} skipped`}`);
  return failed === 0 ? 0 : 1;
}

await ending(main);
