import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { referencePages } from "../reference/pages";
import { inRoot } from "../root";
import type { BuildStep } from "./fingerprint";

/** The reference for administrators, written from what the package is made of. */
export const referenceStep: BuildStep = {
  name: "reference", output: "docs/reference/README.md",
  inputs: ["cli/reference", "cli/messages", "examples/smoke", "solution", "plugins-ts-bridge", "domain/messages"],
  run: async () => {
    const folder = inRoot("docs", "reference");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of referencePages()) writeFileSync(inRoot("docs", "reference", name), text);
  },
};
