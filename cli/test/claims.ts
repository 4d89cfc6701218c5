import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildForLocalHost } from "../build/command";
import { say } from "../output";
import { inRoot } from "../root";
import { runJest, type JestResults, type TestCase } from "./jest";

type Verdict = "pass" | "fail" | "none";

const requirementFiles = ["claims.md", "cases.md", "rules.md"].map((name) => inRoot("..", "shared", "requirements", name));

/** Ids at the beginning of a requirements table row: "| H-32 |". */
const idsIn = (text: string): readonly string[] => [...text.matchAll(/^\|\s*\**([A-Z]-\d{2})\**\s*\|/gm)].map((match) => match[1] ?? "");

function requiredIds(): readonly string[] {
  const present = requirementFiles.filter((file) => existsSync(file));
  if (present.length < requirementFiles.length) say("The requirement files are not beside this checkout; only ids found in test titles are listed.");
  return present.flatMap((file) => idsIn(readFileSync(file, "utf8")));
}

/** Ids in a test title stand before a colon: "H-32: promise holds" or "H-32, A-28: …". */
export const idsOfTitle = (title: string): readonly string[] =>
  [...title.matchAll(/\b((?:[A-Z]-\d{2})(?:,\s*[A-Z]-\d{2})*):/g)].flatMap((match) => (match[1] ?? "").split(/,\s*/));

/** A file that could not be run proves none of the ids that it carries. */
export const brokenCases = (sources: readonly string[]): readonly TestCase[] =>
  sources.flatMap((source) => idsOfTitle(source).map((id) => ({ title: `${id}: could not be run`, status: "failed" as const })));

/** A row passes when at least one test carries its id and every such test passed. */
export function verdicts(required: readonly string[], cases: readonly TestCase[]): ReadonlyMap<string, Verdict> {
  const result = new Map<string, Verdict>(required.map((id) => [id, "none"]));
  for (const test of cases.filter((one) => one.status === "passed" || one.status === "failed")) {
    for (const id of idsOfTitle(test.title)) {
      result.set(id, test.status === "failed" || result.get(id) === "fail" ? "fail" : "pass");
    }
  }
  return result;
}

/** Does the text of a test file carry an id as titles write it? */
export const carriesId = (source: string): boolean => /\b[A-Z]-\d{2}[,:]/.test(source);

/** Files are run whole: the days of a diary build on each other, so picking single tests by title would fail the later ones. */
function filesWithIds(): readonly string[] {
  const tests = inRoot("tests");
  return readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.test\.tsx?$/.test(name)).map((name) => join(tests, name))
    .filter((file) => carriesId(readFileSync(file, "utf8")));
}

/** Holds claims about speed (C-29, T-04). Its test is left out of `npm test`, for it says as much of the machine as of the product. */
const measured = inRoot("tests", "scenarios", "mass.test.ts");

/** The claims about speed are measured when all other tests are done. */
async function testsWithIds(): Promise<readonly JestResults[]> {
  const others = await runJest(["--runTestsByPath", ...filesWithIds().filter((file) => file !== measured)]);
  return [others, await runJest(["--runTestsByPath", measured], { DULY_MASS: "1" })];
}

const count = (map: ReadonlyMap<string, Verdict>, verdict: Verdict): number => [...map.values()].filter((one) => one === verdict).length;

/** `npm run claims`: runs the tests that carry ids and prints every id with its verdict. */
export async function claims(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    say("npm run claims\n  Runs the test files whose titles carry requirement ids and prints each id with pass, fail or none, and the sums.\n  What is claimed about speed is measured last, alone: run it on a machine that does nothing else.");
    return 0;
  }
  await buildForLocalHost();
  const runs = await testsWithIds();
  const broken = runs.flatMap((run) => run.broken);
  for (const file of broken) say(`${file} could not be run; its ids fail.`);
  const map = verdicts(requiredIds(), [...runs.flatMap((run) => run.cases), ...brokenCases(broken.map((file) => readFileSync(file, "utf8")))]);
  for (const [id, verdict] of map) process.stdout.write(`${id} ${verdict}\n`);
  process.stdout.write(`${count(map, "pass")} pass, ${count(map, "fail")} fail, ${count(map, "none")} none\n`);
  return count(map, "fail") === 0 ? 0 : 1;
}
