import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { manifest } from "#bridge/rules/manifest";
import type { PackageParts, PackedSolution, WebResource } from "#solution/model/package";
import { packSolution } from "#solution/tools/pack";
import { type Content, replaceAll } from "../pack/disk";
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

const settingsFile = "dist/deployment-settings.json";

/** Everything that packing leaves in dist/. */
export const packageOutputs = (): readonly string[] => ["dist/solution", ...packageFiles(), settingsFile];

/** Puts a packed solution into dist/, complete or not at all. */
export function writePackage(packed: PackedSolution): void {
  const [unmanaged, managed] = packageFiles();
  replaceAll(inRoot("dist"), new Map<string, Content>([
    ["solution", packed.folder], [basename(unmanaged), packed.unmanaged], [basename(managed), packed.managed],
    [basename(settingsFile), new TextEncoder().encode(`${JSON.stringify(packed.settings, null, 2)}\n`)],
  ]));
}

/** Packing as a build step: it runs again when any part may have changed. */
export const packageStep = (): BuildStep => ({
  name: "package", output: packageOutputs(),
  inputs: [...new Set(["package.json", "solution", ...buildSteps.flatMap((step) => step.inputs)])],
  run: async () => writePackage(packSolution(packageParts())),
});
