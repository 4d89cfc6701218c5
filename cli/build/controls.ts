import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Control } from "#solution/model/package";
import { prefix } from "#solution/model/names";
import { cliError } from "../output";
import { inRoot } from "../root";

/** Folders of pcf-controls that hold a control; folder name = constructor. */
const controlFolders = (): readonly string[] =>
  readdirSync(inRoot("pcf-controls")).filter((name) => existsSync(inRoot("pcf-controls", name, "ControlManifest.Input.xml"))).sort();

function pcfScripts(args: readonly string[]): void {
  const script = inRoot("node_modules", "pcf-scripts", "bin", "pcf-scripts.js");
  const result = spawnSync(process.execPath, [script, ...args], {
    cwd: inRoot("pcf-controls"), env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "1" }, encoding: "utf8",
  });
  if (result.status !== 0) throw cliError("DULY-BUILD-001", { arguments: args.join(" "), output: `${result.stdout}${result.stderr}` });
}

/** Builds every PCF control with Microsoft's own tool into pcf-controls/out. */
export async function buildControls(): Promise<void> {
  pcfScripts(["build", "--buildMode", "production"]);
}

/** Writes the ManifestTypes.d.ts that the type check needs. */
export async function refreshControlTypes(): Promise<void> {
  pcfScripts(["refreshTypes"]);
}

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesBelow(path); else yield path;
  }
}

function readControl(name: string): Control {
  const folder = inRoot("pcf-controls", "out", "controls", name);
  const files = new Map([...filesBelow(folder)].map((path) => [relative(folder, path).replaceAll("\\", "/"), new Uint8Array(readFileSync(path))]));
  return { name: `${prefix}_Duly.${name}`, files };
}

/** The built controls with all their files. */
export const readControls = (): readonly Control[] => controlFolders().map(readControl);
