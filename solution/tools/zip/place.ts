import type { Place } from "./collection";

/** Names that Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Characters that some file system refuses become "_". */
function fit(segment: string): string {
  const plain = segment.replace(/[\u0000-\u001f<>:"\\|?*]/g, "_").replace(/[. ]+$/, (end) => "_".repeat(end.length));
  return devices.test(plain) ? `_${plain}` : plain === "" ? "_" : plain;
}

const folders = (path: string): readonly string[] => path.split("/").slice(0, -1).map((_, index, all) => all.slice(0, index + 1).join("/"));

/** "a/b.js" -> "a/b_2.js" */
const numbered = (path: string, number: number): string => path.replace(/(\.[^./]*)?$/, (ending) => `_${String(number)}${ending}`);

/** Gives every component a path of its own that any file system takes: names may differ in case only, or be a folder's. */
export function placer(): Place {
  const taken = new Set<string>();
  const free = (path: string): boolean => !taken.has(path.toLowerCase()) && folders(path.toLowerCase()).every((folder) => !taken.has(`${folder}\0file`));
  return (path) => {
    const wanted = path.split("/").map(fit).join("/");
    let found = wanted;
    for (let number = 2; !free(found); number += 1) found = numbered(wanted, number);
    taken.add(found.toLowerCase()).add(`${found.toLowerCase()}\0file`);
    folders(found.toLowerCase()).forEach((folder) => taken.add(folder));
    return found;
  };
}
