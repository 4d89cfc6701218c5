import { createHash } from "node:crypto";
import { ruleIds } from "#bridge/host-node/engine";
import { checkEntries, checkRules, type Finding, type RuleIds, told } from "#solution/tools/check";
import { PackError, told as toldFault } from "#solution/tools/fault";
import { readZip } from "#solution/tools/zip/read";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Remembers what it was given; true the first time. */
function firstTime(): (text: string) => boolean {
  const seen = new Set<string>();
  return (text) => !seen.has(text) && seen.add(text).size > 0;
}

function findingsIn(zip: Uint8Array, rules: RuleIds): readonly Finding[] {
  const entries = readZip(zip);
  return [...checkEntries(entries), ...checkRules(entries, rules)];
}

/** What `lines` gives, or why a package cannot be read. */
function readable(path: string, lines: () => readonly string[]): readonly string[] {
  try {
    return lines();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.faults.map((fault) => toldFault({ ...fault, where: fault.where === "" ? path : `${path}: ${fault.where}` }));
  }
}

/**
 * What is wrong with packages, by their path: findings, and why one cannot be read at all. The same bytes are looked at once, and what an earlier
 * package has wrong too is not told again; of the first one places are told as they are, of the others behind their path.
 * `rules` runs a bundle.
 */
export function lintPackages(packages: ReadonlyMap<string, () => Uint8Array>, rules: RuleIds = ruleIds): readonly string[] {
  const [first] = packages.keys();
  const [isNewPackage, isNewFinding] = [firstTime(), firstTime()];
  return [...packages].flatMap(([path, read]) => readable(path, () => {
    const zip = read();
    return (isNewPackage(sha256(zip)) ? findingsIn(zip, rules) : []).filter((finding) => isNewFinding(told(finding)))
      .map((finding) => told(path === first ? finding : { ...finding, path: `${path}: ${finding.path}`, mend: `${finding.mend} Then, or if the sources are right, run npm run pack.` }));
  }));
}
