// Plain JavaScript for Node 20 without packages or build, like smoke.mjs.
import { ending, faultOf, SmokeFault } from "./messages.mjs";
import { placeHelp, readPlace } from "./options.mjs";
import { openOrganisation } from "./organisation.mjs";
import { bring, follow } from "./policy/bring.mjs";
import { readPolicy } from "./policy/pack.mjs";
import { tables } from "./policy/rows.mjs";
import { readCompany, readCurrencies, readStored } from "./policy/stored.mjs";

const help = `node examples/smoke/policy.mjs --url URL --company CODE [options]

Brings a policy pack into an organisation, row by row: templates and their texts, strategies and their steps, segments,
credit classes, payment types, template variants. The company follows the pack's strategy if it follows none yet and the
strategy is active.
All other rows serve every company of the organisation.
${placeHelp}
  --company CODE   code of the company; it must exist
  --pack NAME      standard, cautious or firm (examples/strategies), or a file of your own (default: standard)
  --dry-run        say what would be done; write nothing
  --overwrite      bring rows that differ to what the pack says and make missing steps and variants; otherwise they are kept
  --help           this text

Rows are found by their codes, texts by template and language, steps by strategy and number. What is there and the same is
left, so running it again writes nothing. A row that somebody changed or deactivated is kept, and the line says how it differs.
Steps of a strategy and variants of a template that has some already are not made without --overwrite: somebody may have
renumbered them. So --overwrite also completes them after a run that broke off. Any other row that somebody deleted is made
again: deactivate what you do not want. Rows that the pack does not name are left alone.

Exit code: 0 done, 1 something was refused, 2 not understood.
`;

const own = {
  company: { type: "string" }, pack: { type: "string", default: "standard" }, "dry-run": { type: "boolean", default: false }, overwrite: { type: "boolean", default: false },
};

const say = (text) => { process.stdout.write(`${text}\n`); };

/** Says what was done about a row and counts it. */
function told(counts, called, { done, detail }) {
  counts[done] += 1;
  say(`${done.padEnd(6)} ${called}${detail === "" ? "" : `: ${detail}`}`);
}

/** Brings all rows, and says how many it brought however it ends. */
async function bringAll({ rows, strategy, name }, company, context) {
  const counts = { create: 0, update: 0, same: 0, keep: 0, fail: 0 };
  try {
    for (const row of rows) told(counts, `${row.table.label} ${row.called}`, await bring(row, context));
    told(counts, `Company ${company.duly_code}`, await follow(company, strategy, { ...context, strategies: tables.strategy }));
  } finally {
    say(`${name}${context.dryRun ? ", dry run, nothing was written" : ""}: ${Object.entries(counts).map(([done, count]) => `${count} ${done}`).join(", ")}`);
  }
  return counts.fail === 0 ? 0 : 1;
}

async function load(policy, options) {
  const organisation = openOrganisation(options);
  const company = await readCompany(organisation, options.values.company);
  const currencies = await readCurrencies(organisation, policy.rows);
  const stored = await readStored(organisation, policy.rows);
  return bringAll(policy, company, { organisation, currencies, stored, ids: new Map(), dryRun: options.values["dry-run"], overwrite: options.values.overwrite });
}

async function main() {
  const options = readPlace(process.argv.slice(2), process.env, own);
  if (options === null) { say(help); return 0; }
  if (options.values.company === undefined) throw new SmokeFault("DULY-SMOKE-044");
  const policy = readPolicy(options.values.pack);
  try {
    return await load(policy, options);
  } catch (error) {
    const fault = faultOf(error);
    say(`FAIL   ${fault.code} ${fault.message}`);
    return 1;
  }
}

await ending(main);
