import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "#bridge/rules/manifest";
import { entries } from "../../webresources/entries";
import type { PackageParts } from "#solution/model/package";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const manifestOf = (constructor: string): string =>
  `<manifest><control namespace="Duly" constructor="${constructor}" version="0.1.0"><property name="debtor" usage="bound" of-type="SingleLine.Text"/><resources><code path="bundle.js"/><resx path="strings/X.1033.resx"/></resources></control></manifest>`;

const control = (constructor: string) => ({
  name: `duly_Duly.${constructor}`,
  files: new Map([["ControlManifest.xml", bytes(manifestOf(constructor))], ["bundle.js", bytes("/* built */")], ["strings/X.1033.resx", bytes("<root><data name=\"Title\"/></root>")], ["strings/X.1038.resx", bytes("<root><data name=\"Title\"/></root>")]]),
});

const script = (name: string, text: string) => ({ name, displayName: name, kind: "js" as const, content: bytes(`/* ${name} */ ${text}`) });
const rules = script("duly_/rules/bundle.js", "rules");

/** The APIs that the flows call. */
const apis: readonly string[] = ["CheckBeforeSend", "StartRun", "ProcessRunPage", "FinishRun", "BalanceCalls", "ReleaseMessages"].map((name) => `duly_${name}`);

/** A small assembly with the host's name, key and public types; a compiler made it of assembly/StandIn.cs. */
export const standIn = new Uint8Array(readFileSync(join(__dirname, "assembly", "Duly.TsHost.dll")));

/** Small stand-ins for what the build makes, and the real APIs: every kind of component once. */
export const parts: PackageParts = {
  version: "0.1.0",
  environment: { duly_rules: JSON.stringify({ webResource: rules.name, sha256: createHash("sha256").update(rules.content).digest("hex") }) },
  host: { form: "assembly", fullName: "Duly.TsHost, Version=1.0.0.0, Culture=neutral, PublicKeyToken=e746d628583d5053", dll: standIn },
  webResources: [rules, ...entries.map(({ name, globalName }) => script(name, `var Duly = Duly || {}; ${globalName} = { onLoad() {} };`))],
  controls: [control("CollectionTimeline"), control("PromiseToPay")],
  manifest: {
    steps: [
      { id: "promise.validate", message: "Create", table: "duly_promise", stage: "PreOperation" },
      {
        id: "openitem.changed", message: "Update", table: "duly_openitem", stage: "PostOperation", rank: 2,
        filteringAttributes: ["duly_duedate", "duly_openamount"], images: { pre: ["duly_duedate"], post: ["duly_debtor"] },
      },
    ],
    apis: manifest().apis.filter(({ id }) => apis.includes(id)),
  },
};
