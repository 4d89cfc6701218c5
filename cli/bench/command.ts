import { parseArgs } from "node:util";
import { buildForLocalHost } from "../build/command";
import { cliError, say } from "../output";
import { bundleSizes } from "./bundles";
import { inChild, isChild } from "./child";
import { benchHost } from "./host";
import { benchLarge } from "./large";
import { benchPack } from "./pack";
import { benchRun } from "./run";
import { benchStart } from "./start";

const help = `npm run bench
  Measures and prints one JSON object on stdout; asserts nothing. Without --part: all but large.

  --part run       a committed run over 10,000 due items of 1,000 debtors, and the same run again
  --part single    the same for one debtor with 2,600 items
  --part large     the same for 100,000 items of 10,000 debtors (takes minutes: the ledger is imported first)
  --part start     start of a set-up store
  --part pack      packing without rebuilding
  --part host      the merged C# host (where .NET is)
  --part bundles   size of the PCF bundles`;

/** Each measured in a process of its own, so that peak memory and warm code are its own. */
const alone: Readonly<Record<string, () => unknown>> = {
  run: () => benchRun({ debtors: 1000, items: 10000 }),
  single: () => benchRun({ debtors: 1, items: 2600 }),
  pack: benchPack,
};

const here: Readonly<Record<string, () => unknown>> = { large: benchLarge, start: benchStart, host: benchHost, bundles: bundleSizes };

async function measured(part: string): Promise<unknown> {
  const inOwnProcess = alone[part];
  if (inOwnProcess !== undefined) return isChild() ? inOwnProcess() : inChild(["bench", "--part", part]);
  const measure = here[part];
  if (measure === undefined) throw cliError("DULY-CLI-004", { part, parts: [...Object.keys(alone), ...Object.keys(here)].join(", ") });
  return measure();
}

/** `npm run bench`. */
export async function bench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { help: { type: "boolean", short: "h" }, part: { type: "string" } } });
  if (values.help) {
    say(help);
    return 0;
  }
  if (!isChild()) await buildForLocalHost();
  const parts = values.part === undefined ? ["run", "single", "start", "pack", "host", "bundles"] : [values.part];
  const results: [string, unknown][] = [];
  for (const part of parts) results.push([part, await measured(part)]);
  process.stdout.write(`${JSON.stringify(values.part === undefined ? Object.fromEntries(results) : results[0]?.[1] ?? null, null, isChild() ? 0 : 2)}\n`);
  return 0;
}
