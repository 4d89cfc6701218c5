// Plain JavaScript for Node 20 without packages or build, like smoke.mjs.
import { ping, rowsWithIds } from "./checks.mjs";
import { ending, faultOf, NoAnswer, SmokeFault } from "./messages.mjs";
import { commonHelp, readOptions } from "./options.mjs";
import { openOrganisation } from "./organisation.mjs";
import { readPackage } from "./package.mjs";

const help = `node examples/smoke/steps.mjs --url URL --enable | --disable

Switches the plug-in steps of Duly on or off. --enable asks the rule engine first (duly_Ping) and does nothing unless it answers as it should.
${commonHelp}
  --help           this text

Exit code: 0 done, 1 something was refused, 2 not understood.
`;

const enabled = { statecode: 0, statuscode: 1 }, disabled = { statecode: 1, statuscode: 2 };

const say = (text) => { process.stdout.write(`${text}\n`); };

/** Brings one step to what is wanted; false, and a line that says why, when it cannot. Throws NoAnswer. */
async function switched(row, wanted, { organisation, id }) {
  const name = row?.name ?? id;
  try {
    if (row === undefined) throw new Error("the step is not in the organisation");
    if (row.statecode === wanted.statecode) return true;
    await organisation.change(`sdkmessageprocessingsteps(${id})`, wanted);
    say(`ok   ${name}`);
    return true;
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    say(`FAIL ${name}: ${faultOf(error).message}`);
    return false;
  }
}

async function switchAll(context, wanted) {
  const { organisation, expected } = context;
  const rows = await rowsWithIds(organisation, "sdkmessageprocessingsteps?$select=name,statecode", "sdkmessageprocessingstepid", expected.steps);
  let done = 0;
  try {
    for (const id of expected.steps) if (await switched(rows.find((row) => row.sdkmessageprocessingstepid === id), wanted, { organisation, id })) done += 1;
  } finally {
    say(`${done} of ${expected.steps.length} steps ${wanted === enabled ? "enabled" : "disabled"}`);
  }
  return done === expected.steps.length ? 0 : 1;
}

async function main() {
  const options = readOptions(process.argv.slice(2), process.env, { enable: { type: "boolean", default: false }, disable: { type: "boolean", default: false } });
  if (options === null) { say(help); return 0; }
  const { enable, disable } = options.values;
  if (enable === disable) throw new SmokeFault("DULY-SMOKE-006");
  const context = { organisation: openOrganisation(options), expected: readPackage(options.package) };
  try {
    if (enable) say(`ok   Rule engine: ${await ping(context)}`);
    return await switchAll(context, enable ? enabled : disabled);
  } catch (error) {
    const fault = faultOf(error);
    say(`FAIL ${fault.code} ${fault.message}`);
    return 1;
  }
}

await ending(main);
