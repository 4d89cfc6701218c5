import type { PackageParts, PackedSolution } from "../model/package";
import { solutionFolder } from "./folder";
import { packFolder } from "./zip/pack";
import { deploymentSettings } from "./zip/settings";

/** Packs the solution with its built parts: the SolutionPackager folder and, from that folder, both zips and the settings to fill in. */
export function packSolution(parts: PackageParts): PackedSolution {
  const folder = solutionFolder(parts);
  return {
    folder, unmanaged: packFolder(folder, "unmanaged").zip, managed: packFolder(folder, "managed").zip,
    settings: deploymentSettings(folder, new Set(Object.keys(parts.environment))),
  };
}
