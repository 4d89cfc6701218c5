import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { manifest } from "#bridge/rules/manifest";
import { acceptedIds, checkIds, checkLabels, type History, told } from "#solution/tools/check";
import { packFolder } from "#solution/tools/zip/pack";
import { readZip } from "#solution/tools/zip/read";
import { packSolution } from "#solution/tools/pack";
import { lockedHost } from "../build/lock";
import { hostPart, packageFiles, packageParts, packedHere } from "../build/package";
import { readFolder } from "../pack/disk";
import { inRoot } from "../root";
import type { CheckResult } from "./checks";
import { lintPackages } from "./lint-packages";

const lockFile = inRoot("solution", "ids.lock.json");

const history = (): History => ({ lock: existsSync(lockFile) ? readFileSync(lockFile, "utf8") : "", changelog: readFileSync(inRoot("CHANGELOG.md"), "utf8") });

const opened = (path: string) => readZip(new Uint8Array(readFileSync(inRoot(path))));

/** The package with every component; where the C# host was not built, empty bytes stand for it. */
function complete() {
  const [unmanaged] = packageFiles();
  return lockedHost() === null ? readZip(packSolution(packageParts(hostPart(new Uint8Array(), false))).unmanaged) : opened(unmanaged);
}

/** Packages of dist/ by their path: those that were built now first. A SolutionPackager folder counts by what it packs to. */
const standing = (): ReadonlyMap<string, () => Uint8Array> => new Map([...packageFiles(), ...packedHere()].map((path) =>
  [path, () => (path.endsWith(".zip") ? new Uint8Array(readFileSync(inRoot(path))) : packFolder(readFolder(inRoot(path)), "unmanaged").zip)]));

/** The package linter on everything that stands in dist/, and the ids and translations of what was built now. */
export function packageLint(): CheckResult {
  const lines = [...lintPackages(standing()), ...[...checkIds(complete(), history()), ...checkLabels(manifest().apis)].map(told)];
  return { name: "package lint", passed: lines.length === 0, text: lines.join("\n") };
}

/** Takes new components, and removals that the changelog tells, into solution/ids.lock.json; writes nothing when one would be lost. */
export function acceptIds(): CheckResult {
  const accepted = acceptedIds(complete(), history());
  if (typeof accepted !== "string") return { name: "accepted ids", passed: false, text: accepted.map(told).join("\n") };
  writeFileSync(lockFile, accepted);
  return { name: "solution/ids.lock.json written; read its diff before you commit it", passed: true, text: "" };
}
