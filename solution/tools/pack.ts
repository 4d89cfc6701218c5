import type { PackageParts, PackedSolution } from "../model/package";
import { solutionFolder } from "./folder";
import { zipFolder } from "./zip";

/** Packs the solution with its built parts: the SolutionPackager folder and, from that folder, both zips. */
export function packSolution(parts: PackageParts): PackedSolution {
  const folder = solutionFolder(parts);
  return { folder, unmanaged: zipFolder(folder, "unmanaged"), managed: zipFolder(folder, "managed") };
}
