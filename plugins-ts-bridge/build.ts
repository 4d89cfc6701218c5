import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";

/** Folder of the checkout; the command line puts it in, tests run in it. */
const root = process.env.DULY_ROOT ?? process.cwd();
const folder = join(root, "plugins-ts-bridge");

/** The rule bundle: text of the web resource and its SHA-256 (hexadecimal). The same sources give the same bytes. */
export async function buildRules(): Promise<{ readonly text: string; readonly sha256: string }> {
  const result = await build({
    entryPoints: [join(folder, "bundle.ts")], bundle: true, write: false, format: "iife", platform: "neutral", target: "es2022", mainFields: ["module", "main"],
    minify: true, legalComments: "inline", charset: "utf8", absWorkingDir: root, logLevel: "warning",
  });
  const text = result.outputFiles[0]?.text ?? "";
  return { text, sha256: createHash("sha256").update(text, "utf8").digest("hex") };
}
