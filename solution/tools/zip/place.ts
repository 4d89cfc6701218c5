import { type Fault, PackError } from "../fault";
import type { Place } from "./collection";
import { faults } from "./faults";

/** Names that Windows keeps for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Characters that some file system refuses become "_". */
function fit(segment: string): string {
  const plain = segment.replace(/[\u0000-\u001f<>:"\\|?*]/g, "_").replace(/[. ]+$/, (end) => "_".repeat(end.length));
  return devices.test(plain) ? `_${plain}` : plain;
}

/** Parts of a path that some file system cannot have. */
export const unkept = (path: string): readonly string[] => path.split("/").filter((segment) => fit(segment) !== segment);

/** DULY-PACK-029 when a file that keeps its name cannot have it on every file system. */
export const unplaceable = (path: string): readonly Fault[] => unkept(path)
  .map((segment) => faults.unplaceable(path, `Windows cannot keep ("${segment}")`));

/** A name as one part of a path. */
export const segmentOf = (name: string): string => name.replaceAll("/", "_");

/** Text as it stands for itself in a pattern. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** "b.js" -> "b_2.js" */
const numbered = (segment: string, number: number): string => (number === 1 ? segment : segment.replace(/(\.[^.]*)?$/, (ending) => `_${String(number)}${ending}`));

/**
 * Gives every component a path of its own that any file system takes: names may differ in case only, or be the name of a folder.
 * The path throws DULY-PACK-021 when a component's name would lead out of the folder.
 */
export function placer(): Place {
  const files = new Set<string>();
  const folders = new Set<string>();
  /** Names that are taken -> the number from which to look for a free one: thousands may have one name. */
  const next = new Map<string, number>();
  const free = (path: string, isFile: boolean): boolean => !files.has(path.toLowerCase()) && !(isFile && folders.has(path.toLowerCase()));
  return (path) => {
    if (path.split("/").some((segment) => ["", ".", ".."].includes(segment))) throw new PackError([faults.leaves(JSON.stringify(path), "leads out of its folder")]);
    const segments = path.replace(/%7B/gi, "{").replace(/%7D/gi, "}").split("/").map(fit);
    const placed = segments.reduce((folder, segment, index) => {
      const isFile = index === segments.length - 1;
      const at = (number: number): string => (folder === "" ? "" : `${folder}/`) + numbered(segment, number);
      const key = `${String(isFile)} ${at(1).toLowerCase()}`;
      let number = next.get(key) ?? 1;
      while (!free(at(number), isFile)) number += 1;
      next.set(key, number);
      (isFile ? files : folders).add(at(number).toLowerCase());
      return at(number);
    }, "");
    return placed;
  };
}
