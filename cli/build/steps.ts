import { mkdirSync, writeFileSync } from "node:fs";
import { buildRules } from "#bridge/build";
import { buildPlayer } from "../../local-host/player/build";
import { buildWebResources } from "../../webresources/build";
import { inRoot } from "../root";
import { buildControls, refreshControlTypes } from "./controls";
import type { BuildStep } from "./fingerprint";

/** Where intermediate results wait for the packer. */
export const built = (name: string): string => inRoot("dist", "build", name);

const store = (name: string, text: string): void => {
  mkdirSync(inRoot("dist", "build"), { recursive: true });
  writeFileSync(built(name), text);
};

/** The bridge without its C# host, which goes a way of its own. */
const bridge = ["build.ts", "bundle.ts", "bundle-steps.ts", "host-node/engine.ts", "rows", "rules", "sdk"].map((name) => `plugins-ts-bridge/${name}`);

/** Everything that is built before the package, in order. */
export const buildSteps: readonly BuildStep[] = [
  {
    name: "control-types", inputs: ["pcf-controls"], output: "pcf-controls/PromiseToPay/generated/ManifestTypes.d.ts", run: refreshControlTypes,
  },
  { name: "controls", inputs: ["pcf-controls", "solution/model", "solution/schema", "solution/tools/names.ts", "domain"], output: "pcf-controls/out/controls/PromiseToPay/bundle.js", run: buildControls },
  {
    name: "rules", inputs: [...bridge, "domain", "solution/model", "solution/schema", "solution/tools/names.ts"], output: "dist/build/rules.json",
    run: async () => store("rules.json", JSON.stringify(await buildRules())),
  },
  {
    name: "webresources", inputs: ["webresources", "domain", "solution/model", "solution/schema", "solution/tools/names.ts"], output: "dist/build/webresources.json",
    run: async () => store("webresources.json", JSON.stringify(await buildWebResources())),
  },
  { name: "player", inputs: ["local-host/player"], output: "dist/player/index.html", run: () => buildPlayer(inRoot("dist", "player")) },
];
