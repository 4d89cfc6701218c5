import type { PackageParts, PackedSolution } from "../model/package";
import { solutionFolder } from "./folder";
import { packBoth } from "./zip/pack";
import { deploymentSettings } from "./zip/settings";

/** Packs the solution with its built parts: the SolutionPackager folder and, from that folder, both zips and the settings to fill in. */
export function packSolution(parts: PackageParts): PackedSolution {
  const folder = solutionFolder(parts);
  return {
    folder, ...packBoth(folder),
    settings: deploymentSettings(folder, new Set(Object.keys(parts.environment))),
  };
}
