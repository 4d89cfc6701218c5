import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PackError } from "#solution/tools/fault";
import type { Folder } from "#solution/tools/zip/folder";
import { pack } from "../../../cli/pack/command";
import { CliError } from "../../../cli/output";

/** Writes a folder's files into a place on the disk; gives the place. */
export function stored(folder: Folder, place: string): string {
  for (const [path, content] of folder) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
  return place;
}

/** What `npm run pack` with these arguments refuses: code and text. */
export async function refusal(args: readonly string[]): Promise<string> {
  try {
    return `ended with ${String(await pack(args))}`;
  } catch (error) {
    if (error instanceof CliError) return `${error.code} ${error.message}`;
    if (error instanceof PackError) return error.message;
    throw error;
  }
}
