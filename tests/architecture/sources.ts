import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Source { readonly path: string; readonly text: string }

const root = join(__dirname, "..", "..");

/** Files of the checkout that git tracks or would track, by extension. */
export function sources(extensions: readonly string[]): readonly Source[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  return [...new Set(listed.split("\n"))]
    .filter((path) => extensions.some((extension) => path.endsWith(extension)))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), "utf8") }];
      } catch (error) {
        // Listed but deleted in the work tree: not a source any more.
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
        throw error;
      }
    });
}

/** Source text without comments and string contents, so that words are looked for in code only. */
export const codeOf = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1").replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
