import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEngine } from "#bridge/host-node/engine";
import { allRules, apiRules } from "#bridge/rules/all";
import { fingerprintOf, readRecorded, replayed, type RecordedCalls, writeRecorded } from "#bridge/rules/ping/recorded";
import { rulesById } from "#bridge/sdk/rule";
import { bundle } from "../../builders/rules/ledger";
import { recordCalls, signs } from "./record";

/**
 * The recorded calls of duly_Ping. When a rule reads differently and a test here is red, record them anew:
 * DULY_RECORD_PING=1 npx jest tests/plugins-ts-bridge/ping --selectProjects node
 */
const file = join("plugins-ts-bridge", "rules", "ping", "recorded.json");
let text: string;
let recorded: RecordedCalls;
let answers: readonly string[];
beforeAll(async () => {
  ({ text } = await bundle());
  if (process.env.DULY_RECORD_PING !== undefined) writeFileSync(file, writeRecorded(recordCalls(text)));
  recorded = readRecorded(readFileSync(file, "utf8"));
  answers = replayed(rulesById(allRules), recorded);
}, 120_000);

const ping = (script: string): Readonly<Record<string, unknown>> => {
  const { done } = JSON.parse(loadEngine(script).start("duly_Ping", JSON.stringify({ host: { engine: "v8", sha256: "0" } }))) as { readonly done: readonly { readonly name: string; readonly value: unknown }[] };
  return Object.fromEntries(done.map(({ name, value }) => [name, value]));
};

test("there are 50 calls, one of each of 50 rules, of every custom API among them", () => {
  const rules = recorded.calls.map(({ rule }) => rule);
  expect(new Set(rules).size).toBe(50);
  expect(rules).toHaveLength(50);
  expect(apiRules.map(({ registration }) => registration.id).filter((id) => !rules.includes(id))).toEqual(["duly_Ping"]);
});

test("their answers say something: no defect, hardly any refusal", () => {
  const named = answers.map((answer, index) => ({ rule: recorded.calls[index]?.rule, answer }));
  expect(named.filter(({ answer }) => !answer.startsWith('{"done":['))).toEqual([]);
  expect(named.filter(({ answer }) => answer === '{"done":[]}' || answer.includes('"kind":"fail"')).length).toBeLessThanOrEqual(5);
});

test("texts of other scripts, halves of pairs, joined emoji and decimals are among what the rules are told", () => {
  const all = JSON.stringify(recorded);
  for (const sign of signs) expect(all).toMatch(sign);
});

test("the ping of the bundle gives the fingerprint of these answers, and the one that the build put in", () => {
  expect(ping(text)).toEqual({ Engine: "v8", Sha256: "0", Cases: 50, Answers: fingerprintOf(answers), Result: "ok" });
});

test.each([
  ["that fills amounts otherwise", "String.prototype.padEnd = function () { return String(this); };", "recorded calls"],
  ["that orders texts otherwise", "Array.prototype.sort = function () { return this; };", "sort order"],
  ["that folds signs otherwise", "String.prototype.replace = ((own) => function (...given) { return own.apply(this, given).toLowerCase(); })(String.prototype.replace);", "recorded calls"],
])("an engine %s fails and says by what", (_what, spoil, failed) => {
  const { Result: result, Answers: found } = ping(`${spoil}\n${text}`);
  expect(result).toMatch(/^failed: /);
  expect(result).toContain(failed);
  if (failed === "recorded calls") expect(found).not.toBe(fingerprintOf(answers));
});
