import { unzipSync } from "fflate";
import { DataverseError } from "../service/error";

/** Most bytes that a package may hold when inflated. */
const SIZE_LIMIT = 512 * 1024 * 1024;

const escapes = (path: string): boolean => /^[/\\]|\\|^[a-z]:|\0/i.test(path) || path.split("/").includes("..");

/** The files of a zip by path, `%7B` as `{`. Throws 0x80048060 (unreadable), 0x80048061 (a path leaves the package), 0x80048062 (too large). */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  let size = 0;
  try {
    const entries = unzipSync(bytes, { filter: ({ name, originalSize }) => {
      if (escapes(name)) throw new DataverseError("0x80048061", `The path '${name}' in the package leaves the package. Do not import it.`);
      size += originalSize;
      if (size > SIZE_LIMIT) throw new DataverseError("0x80048062", `The package holds more than ${SIZE_LIMIT / 1024 / 1024} MB when inflated. Split it into smaller solutions.`);
      return !name.endsWith("/");
    } });
    return new Map(Object.entries(entries).map(([path, content]) => [path.replace(/%7B/gi, "{").replace(/%7D/gi, "}"), content]));
  } catch (error) {
    if (error instanceof DataverseError) throw error;
    throw new DataverseError("0x80048060", `The package is not a readable zip file (${error instanceof Error ? error.message : String(error)}). Give a solution.zip that was written completely.`);
  }
}
