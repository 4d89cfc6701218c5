import { buildRules } from "#bridge/build";
import { ruleIds } from "#bridge/host-node/engine";
import { manifest } from "#bridge/rules/manifest";
import { checkRules } from "#solution/tools/check";
import { packSolution } from "#solution/tools/pack";
import { readZip } from "#solution/tools/zip/read";
import { bytes } from "./folder";
import { type Change, collectionPart, inEntry, inPart, shippedEntries, withoutEntry } from "./package";
import { parts } from "./parts";

const found = (entries: ReadonlyMap<string, Uint8Array>): readonly string[] =>
  checkRules(entries, ruleIds).map(({ rule, component, problem }) => `${rule} ${component}: ${problem}`);

describe("H-03: the rules that steps and custom APIs ask for are those of the bundle in the package", () => {
  let ours: ReadonlyMap<string, Uint8Array> = new Map();
  beforeAll(async () => {
    const { text, sha256 } = await buildRules();
    const webResources = parts.webResources.map((resource) => (resource.name === "duly_/rules/bundle.js" ? { ...resource, content: bytes(text) } : resource));
    const environment = { duly_rules: JSON.stringify({ webResource: "duly_/rules/bundle.js", sha256 }) };
    ours = readZip(packSolution({ ...parts, manifest: manifest(), webResources, environment }).unmanaged);
  });

  test("nothing is found in ours", () => expect(found(ours)).toEqual([]));

  test.each<readonly [string, Change, RegExp]>([
    ["a step whose configuration names no rule", inPart(collectionPart("SdkMessageProcessingSteps"), /<Configuration>[^<]+/, "<Configuration>promise.nope"), /^DULY-CHECK-093 step .*promise\.nope/],
    ["a step without configuration", inPart(collectionPart("SdkMessageProcessingSteps"), /<Configuration>[^<]+<\/Configuration>/, ""), /^DULY-CHECK-093 step .*the rule ,/],
    ["a custom API that is no rule", inEntry(/^customapis\/duly_StartRun\/customapi.xml$/, "uniquename=\"duly_StartRun\"", "uniquename=\"duly_BeginRun\""), /^DULY-CHECK-093 custom API duly_BeginRun/],
    ["a rule whose custom API is gone", withoutEntry(/^customapis\/duly_StartRun\/customapi.xml$/), /^DULY-CHECK-094 web resource .*duly_StartRun/],
    ["a rule whose custom API runs no plug-in", inEntry(/^customapis\/duly_StartRun\/customapi.xml$/, /<plugintypeid>.*<\/plugintypeid>/s, "<plugintypeid/>"), /^DULY-CHECK-094 web resource .*duly_StartRun/],
  ])("%s is found", (_what, change, expected) => expect(found(change(ours))).toContainEqual(expect.stringMatching(expected)));

  test.each([
    ["that is no bundle of rules is not asked", "var other = 1;", []],
    ["that does not run says why", "{", ["DULY-CHECK-096 web resource duly_/rules/bundle.js: It cannot be run: SyntaxError: Unexpected end of input."]],
  ])("a pinned script %s", (_what, script, expected) => expect(found(inEntry(/^WebResources\/duly_rulesbundle/, /[\s\S]+/, script)(shippedEntries))).toEqual(expected));
});
