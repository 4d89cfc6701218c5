import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { ruleIds } from "#bridge/host-node/engine";
import { manifest } from "#bridge/rules/manifest";
import { acceptedIds, checkEntries, checkIds, checkLabels, checkRules, type Finding, type History, told } from "#solution/tools/check";
import { readZip } from "#solution/tools/zip/read";
import { packSolution } from "#solution/tools/pack";
import { lockedHost } from "../build/lock";
import { hostPart, packageFiles, packageParts } from "../build/package";
import { inRoot } from "../root";
import type { CheckResult } from "./checks";

const lockFile = inRoot("solution", "ids.lock.json");

const history = (): History => ({ lock: existsSync(lockFile) ? readFileSync(lockFile, "utf8") : "", changelog: readFileSync(inRoot("CHANGELOG.md"), "utf8") });

const opened = (path: string) => readZip(new Uint8Array(readFileSync(inRoot(path))));

/** The package with every component; where the C# host was not built, empty bytes stand for it. */
function complete() {
  const [unmanaged] = packageFiles();
  return lockedHost() === null ? readZip(packSolution(packageParts(hostPart(new Uint8Array(), false))).unmanaged) : opened(unmanaged);
}

function findings(): readonly Finding[] {
  const packages = packageFiles().map(opened);
  return [...packages.flatMap(checkEntries), ...packages.flatMap((entries) => checkRules(entries, ruleIds)), ...checkIds(complete(), history()), ...checkLabels(manifest().apis)];
}

/** The package linter on the zips in dist/. */
export function packageLint(): CheckResult {
  const lines = [...new Set(findings().map(told))];
  return { name: "package lint", passed: lines.length === 0, text: lines.join("\n") };
}

/** Takes new components, and removals that the changelog tells, into solution/ids.lock.json; writes nothing when one would be lost. */
export function acceptIds(): CheckResult {
  const accepted = acceptedIds(complete(), history());
  if (typeof accepted !== "string") return { name: "accepted ids", passed: false, text: accepted.map(told).join("\n") };
  writeFileSync(lockFile, accepted);
  return { name: "solution/ids.lock.json written; read its diff before you commit it", passed: true, text: "" };
}
