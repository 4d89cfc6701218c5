import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles the player into `outDir`: index.html, player/boot.js (sets the page's clock and loads the next), player/main.js (one iife with React and Fluent 8) and player/main.css.
 * `sources` is the folder of this file, for callers that are bundled to another place.
 */
export async function buildPlayer(outDir: string, sources = join(process.cwd(), "local-host", "player")): Promise<void> {
  mkdirSync(join(outDir, "player"), { recursive: true });
  await build({
    entryPoints: [join(sources, "boot.ts"), join(sources, "main.tsx")],
    outdir: join(outDir, "player"),
    bundle: true, format: "iife", platform: "browser", target: "es2020", minify: true, jsx: "transform",
    define: { "process.env.NODE_ENV": '"production"' }, legalComments: "linked", logLevel: "warning",
  });
  copyFileSync(join(sources, "index.html"), join(outDir, "index.html"));
}
