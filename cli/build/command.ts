import { parseArgs } from "node:util";
import { say } from "../output";
import { runStep, type BuildStep } from "./fingerprint";
import { hostForPackage } from "./lock";
import { localHostPart, localPackageStep, packageStep, requireHost } from "./package";
import { referenceStep } from "./reference";
import { buildSteps } from "./steps";

async function runAll(steps: readonly BuildStep[]): Promise<void> {
  for (const step of steps) {
    const began = performance.now();
    if (await runStep(step)) say(`  built ${step.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

/** Builds controls, rules, web resources and the app player; only what changed. */
export async function build(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { help: { type: "boolean", short: "h" } } });
  if (values.help) {
    say("npm run build\n  Builds the PCF controls, the rule bundle, the web resources and the app player, and writes docs/reference. What did not change is not built again.");
    return 0;
  }
  await runAll([...buildSteps, referenceStep]);
  return 0;
}

/** Builds, and packs for the local host. The C# host takes .NET and half a minute, and nothing here runs it: it is inside when it was built before. */
export async function buildForLocalHost(): Promise<void> {
  const host = localHostPart();
  if (host.dll === null) say("  left out: the C# host of the rules, which npm run pack builds; here the rules run in Node.");
  await runAll([...buildSteps, localPackageStep(host), referenceStep]);
}

/** Builds everything and packs for Dataverse; afterwards dist/ holds the SolutionPackager folder, both zips and the deployment settings. */
export async function buildAndPack(asPackage: boolean): Promise<void> {
  await runAll(buildSteps);
  const dll = await hostForPackage();
  await runAll([packageStep(dll, asPackage), referenceStep]);
  requireHost(dll, asPackage);
}
