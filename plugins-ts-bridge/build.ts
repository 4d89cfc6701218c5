import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { loadEngine } from "./host-node/engine";
import type { Effect } from "./sdk/effect";

/** Folder of the checkout; the command line puts it in, tests run in it. */
const root = process.env.DULY_ROOT ?? process.cwd();
const folder = join(root, "plugins-ts-bridge");

/** The calls that duly_Ping plays again, as one line of JSON: a text in the bundle, since an object would be made anew in every call of a rule. */
const recordedCalls = (): string => JSON.stringify(JSON.parse(readFileSync(join(folder, "rules", "ping", "recorded.json"), "utf8")));

async function bundled(entry: string, answersOfNode: string): Promise<string> {
  const result = await build({
    entryPoints: [join(folder, entry)], bundle: true, write: false, format: "iife", platform: "neutral", target: "es2022", mainFields: ["module", "main"],
    minify: true, legalComments: "inline", charset: "utf8", absWorkingDir: root, logLevel: "warning",
    define: { RECORDED_CALLS: JSON.stringify(recordedCalls()), ANSWERS_OF_NODE: JSON.stringify(answersOfNode) },
  });
  return result.outputFiles[0]?.text ?? "";
}

/** Fingerprint of what the rules of a bundle answer here to the recorded calls. */
function answersHere(text: string): string {
  const { done } = JSON.parse(loadEngine(text).start("duly_Ping", JSON.stringify({ host: { engine: "node", sha256: "" } }))) as { readonly done: readonly Effect[] };
  const answers = done.find((effect) => effect.kind === "output" && effect.name === "Answers");
  return answers?.kind === "output" ? String(answers.value) : "";
}

/**
 * Parts the bundle: before it the rules behind steps alone, after it all of them. Run as a whole, the second part stands; a host to which parsing is
 * dear runs the first part for a save.
 */
const partMark = "//# every rule\n";

/** The rule bundle: text of the web resource and its SHA-256 (hexadecimal). The same sources give the same bytes. */
export async function buildRules(): Promise<{ readonly text: string; readonly sha256: string }> {
  const steps = await bundled("bundle-steps.ts", "");
  const text = steps + partMark + await bundled("bundle.ts", answersHere(await bundled("bundle.ts", "")));
  return { text, sha256: createHash("sha256").update(text, "utf8").digest("hex") };
}
