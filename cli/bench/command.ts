import { parseArgs } from "node:util";
import { buildForLocalHost } from "../build/command";
import { say } from "../output";
import { bundleSizes } from "./bundles";
import { inChild } from "./child";
import { benchHost } from "./host";
import { benchPack } from "./pack";
import { benchRun } from "./run";
import { benchStart } from "./start";

/** `npm run bench`: measures, prints one JSON object, asserts nothing. */
export async function bench(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { help: { type: "boolean", short: "h" }, part: { type: "string" } } });
  if (values.help) {
    say("npm run bench\n  Measures a committed run over 10,000 open items of 1,000 debtors, its repetition, the start of a set-up store, packing without rebuilding,\n  the merged C# host (where .NET is) and the size of the PCF bundles; prints one JSON object on stdout.\n  --part run|pack|host   only that one");
    return 0;
  }
  if (values.part === "pack") {
    process.stdout.write(`${JSON.stringify(benchPack())}\n`);
    return 0;
  }
  if (values.part === "run") {
    process.stdout.write(`${JSON.stringify(await benchRun())}\n`);
    return 0;
  }
  await buildForLocalHost();
  if (values.part === "host") {
    process.stdout.write(`${JSON.stringify(await benchHost())}\n`);
    return 0;
  }
  const result = { run: await inChild(["bench", "--part", "run"]), start: await benchStart(), pack: await inChild(["bench", "--part", "pack"]), host: await benchHost(), bundles: bundleSizes() };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return 0;
}
