import type { Folder } from "./folder";

/** Folder -> its paths in order: many components ask for theirs. */
const known = new WeakMap<Folder, readonly string[]>();

function sorted(folder: Folder): readonly string[] {
  const paths = known.get(folder) ?? [...folder.keys()].sort();
  known.set(folder, paths);
  return paths;
}

/** Index of the first of the sorted paths that is not before `start`. */
function firstFrom(paths: readonly string[], start: string): number {
  let [low, high] = [0, paths.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? "") < start) low = middle + 1; else high = middle;
  }
  return low;
}

/** Paths of the folder that begin with `start`, in order, without a look at the others. */
export function beginning(folder: Folder, start: string): readonly string[] {
  const paths = sorted(folder);
  const from = firstFrom(paths, start);
  let to = from;
  while (paths[to]?.startsWith(start) === true) to += 1;
  return paths.slice(from, to);
}
