import type { Element } from "../xml/element";
import { parseXml } from "../xml/parse";

export type Folder = ReadonlyMap<string, Uint8Array>;
export type PackageType = "unmanaged" | "managed";

const decoder = new TextDecoder();

/** Content -> what was read from it: both packages and the checks read the same files. */
const read = new WeakMap<Uint8Array, Element>();

/** Parses a file of the folder; the error names the file. */
export function xmlOf(folder: Folder, path: string): Element {
  const content = folder.get(path);
  if (content === undefined) throw new Error(`DULY-PACKAGE-007 The folder lacks ${path}.`);
  const known = read.get(content);
  if (known !== undefined) return known;
  try {
    const root = parseXml(decoder.decode(content));
    read.set(content, root);
    return root;
  } catch (error) {
    throw new Error(`DULY-PACKAGE-008 ${path} is not well-formed XML: ${String(error)}`, { cause: error });
  }
}

/**
 * Paths that match, in order. Where a file has a twin `X_managed.xml`, a managed package takes the twin and an unmanaged one the file.
 */
export function paths(folder: Folder, pattern: RegExp, type: PackageType): readonly string[] {
  const all = [...folder.keys()].filter((path) => pattern.test(path)).sort();
  const twin = (path: string): string => path.replace(/\.xml$/, "_managed.xml");
  return all.filter((path) => (path.endsWith("_managed.xml") ? type === "managed" : type === "unmanaged" || !folder.has(twin(path))));
}
