import { PackError } from "#solution/tools/fault";
import { type Difference, toldDifference } from "#solution/tools/compare/difference";
import { comparePackages, packageDifferences, readPackage } from "#solution/tools/compare/package";
import { faults } from "#solution/tools/zip/faults";
import type { Folder } from "#solution/tools/zip/folder";
import { packFolder } from "#solution/tools/zip/pack";
import { unpackZip } from "#solution/tools/zip/unpack";
import { buildAndPack } from "../build/command";
import { packageOutputs } from "../build/package";
import { say } from "../output";
import { requireApart } from "./apart";
import { readFile, readFolder, replaceOne, requireEmpty, requireNoFolder } from "./disk";
import { packHelp, type PackTask, readOptions } from "./options";

type Task<Kind extends PackTask["do"]> = Extract<PackTask, { readonly do: Kind }>;

async function packOwn({ asPackage }: Task<"own">): Promise<number> {
  await buildAndPack(asPackage);
  for (const output of packageOutputs(asPackage)) say(`  ${output}`);
  return 0;
}

function packAny({ folder, type, out }: Task<"pack">): number {
  requireNoFolder(out);
  requireApart(out, folder);
  const { zip, notices } = packFolder(readFolder(folder), type);
  replaceOne(out, zip);
  for (const notice of notices) say(`  Note: ${notice}`);
  say(`  ${out}`);
  return 0;
}

/** Does something with a zip; what is wrong in it is told with the zip's name. */
function inZip<T>(file: string, work: (zip: Uint8Array) => T): T {
  try {
    return work(readFile(file));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw new PackError(error.faults.map((fault) => ({ ...fault, where: fault.where === "" ? file : `${file}: ${fault.where}` })));
  }
}

/** A zip's folder, and what of the zip packing it again would lose. */
function unpacked(zip: Uint8Array): { readonly folder: Folder; readonly lost: readonly Difference[] } {
  const folder = unpackZip(zip);
  const managed = new TextDecoder().decode(folder.get("Other/Solution.xml")).includes("<Managed>1</Managed>");
  return { folder, lost: comparePackages(zip, packFolder(folder, managed ? "managed" : "unmanaged").zip) };
}

/** Unpacks only what packs to the same again. */
function unpack({ zip: file, out }: Task<"unpack">): number {
  requireApart(out, file);
  requireEmpty(out);
  const { folder, lost: [lost] } = inZip(file, unpacked);
  if (lost !== undefined) throw new PackError([faults.lossy(file, toldDifference(lost))]);
  replaceOne(out, folder);
  say(`  ${out}: ${String(folder.size)} files`);
  return 0;
}

function compare({ left, right }: Task<"compare">): number {
  const differences = packageDifferences(inZip(left, readPackage), inZip(right, readPackage));
  for (const difference of differences) process.stdout.write(`${toldDifference(difference)}\n`);
  say(differences.length === 0 ? "  The same solution." : `  ${String(differences.length)} difference${differences.length === 1 ? "" : "s"}.`);
  return differences.length === 0 ? 0 : 1;
}

/** `npm run pack`: our own solution, or any folder or zip. Throws PackError or CliError; then nothing was written. */
export async function pack(args: readonly string[]): Promise<number> {
  const task = readOptions(args);
  switch (task.do) {
    case "help": say(packHelp); return 0;
    case "own": return packOwn(task);
    case "pack": return packAny(task);
    case "unpack": return unpack(task);
    case "compare": return compare(task);
  }
}
