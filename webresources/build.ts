import { build } from "esbuild";
import { join } from "node:path";
import type { Entry } from "./entries";
import { entries } from "./entries";

/** A built script: name and display name of the web resource, and its text. */
export interface BuiltScript {
  readonly name: string;
  readonly displayName: string;
  readonly content: string;
}

async function bundle(root: string, { name, displayName, entry, globalName }: Entry): Promise<BuiltScript> {
  const result = await build({
    absWorkingDir: root, entryPoints: [join("webresources", entry)], bundle: true, write: false, minify: true, format: "iife", globalName, target: "es2019", platform: "browser",
    charset: "utf8", legalComments: "none", logLevel: "silent",
  });
  return { name, displayName, content: result.outputFiles[0]?.text ?? "" };
}

/** Bundles every form script; `root` is the folder of the project. Rejects with esbuild's messages when one does not build. */
export function buildWebResources(root: string = process.cwd()): Promise<readonly BuiltScript[]> {
  return Promise.all(entries.map((entry) => bundle(root, entry)));
}
