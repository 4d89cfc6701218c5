import { realpathSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { codeOf } from "../ledger/fault";
import { cliError } from "../output";

/** The path that a path stands for, links resolved as far as there is something of it. */
function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (codeOf(error) === undefined || dirname(path) === path) throw error;
    return join(real(dirname(path)), basename(path));
  }
}

/** Is the path the place, or somewhere below it? */
function isIn(path: string, place: string): boolean {
  const [first] = relative(place, path).split(sep);
  return first !== ".." && join(place, relative(place, path)) === path;
}

/** Where something is written: under the name itself, and where the name leads when it is a link. */
const written = (out: string): readonly string[] => [join(real(dirname(out)), basename(out)), real(out)];

/** Throws DULY-PACK-044 when what is written would overwrite the input, or lie in it and be read the next time. */
export function requireApart(out: string, input: string): void {
  const place = real(input);
  if (written(out).some((path) => isIn(path, place))) throw cliError("DULY-PACK-044", { out, input });
}
