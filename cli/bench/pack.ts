import { packSolution } from "#solution/tools/pack";
import { localHostPart, packageFiles, packageParts, writeLocal } from "../build/package";
import { readFile } from "../pack/disk";
import { inRoot } from "../root";

/** Packs the built parts once more, from the schema to the files in dist/: what `npm run pack` does when nothing has to be built. */
export function benchPack(): unknown {
  const began = performance.now();
  const busy = process.cpuUsage();
  const packed = packSolution(packageParts(localHostPart()));
  writeLocal(packed);
  const { user, system } = process.cpuUsage(busy);
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6, files: packed.folder.size, zipBytes: packageFiles().map((file) => readFile(inRoot(file)).length) };
}
