import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { manifest } from "#bridge/rules/manifest";
import type { PackageParts, PackedSolution, WebResource } from "#solution/model/package";
import { packSolution } from "#solution/tools/pack";
import { inRoot } from "../root";
import { readControls } from "./controls";
import type { BuildStep } from "./fingerprint";
import { built, buildSteps } from "./steps";

const version = (): string => (JSON.parse(readFileSync(inRoot("package.json"), "utf8")) as { version: string }).version;

const read = <T>(name: string): T => JSON.parse(readFileSync(built(name), "utf8")) as T;

const rulesName = "duly_/rules/bundle.js";

function webResources(rules: string): readonly WebResource[] {
  const encoder = new TextEncoder();
  const forms = read<{ name: string; displayName: string; content: string }[]>("webresources.json");
  return [
    { name: rulesName, displayName: "Duly rules", kind: "js", content: encoder.encode(rules) },
    ...forms.map((form): WebResource => ({ name: form.name, displayName: form.displayName, kind: "js", content: encoder.encode(form.content) })),
  ];
}

/** Gathers what was built into the parts of a package. */
export function packageParts(): PackageParts {
  const rules = read<{ text: string; sha256: string }>("rules.json");
  return {
    version: version(), manifest: manifest(), webResources: webResources(rules.text), controls: readControls(),
    environment: { duly_rules: JSON.stringify({ webResource: rulesName, sha256: rules.sha256 }) },
  };
}

/** Paths of the two zips, relative to the checkout. */
export const packageFiles = (): readonly [string, string] =>
  [`dist/duly_${version()}_unmanaged.zip`, `dist/duly_${version()}_managed.zip`];

function write(packed: PackedSolution): void {
  const [unmanaged, managed] = packageFiles();
  const folder = inRoot("dist", "solution");
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of packed.folder) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  writeFileSync(inRoot(unmanaged), packed.unmanaged);
  writeFileSync(inRoot(managed), packed.managed);
}

/** Packing as a build step: it runs again when any part may have changed. */
export const packageStep = (): BuildStep => ({
  name: "package", output: packageFiles()[0],
  inputs: [...new Set(["package.json", "solution", ...buildSteps.flatMap((step) => step.inputs)])],
  run: async () => write(packSolution(packageParts())),
});
