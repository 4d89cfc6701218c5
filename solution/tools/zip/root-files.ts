import { childrenOf, type Element, isElement } from "../xml/element";
import type { Collection, Component, Place, Source, Split } from "./collection";
import { at, faults } from "./faults";
import { membersOf, paths, xmlOf } from "./folder";
import { identityOf } from "./identity";
import { segmentOf } from "./place";

interface RootFiles {
  readonly marker: string;
  /** Names of the elements that may be the root of a file. */
  readonly items: readonly string[];
  /** First folder. */
  readonly folder: string;
  readonly inline: RegExp;
  /** Path of the file of a component; "" when the component lacks what names it. */
  readonly pathOf: (item: Element) => string;
}

/** Files whose root is a component; a root that is none is reported. A file with a definition (`ending`) of its own is a body. */
export function rootsOf(source: Source, pattern: RegExp, items: readonly string[], ending = ""): readonly Component[] {
  const isBody = (path: string): boolean => ending !== "" && source.folder.has(path + ending);
  return paths(source.folder, pattern, source.type).filter((path) => !isBody(path)).flatMap((path) => {
    const element = xmlOf(source.folder, path);
    if (items.includes(element.name)) return [{ path, element }];
    source.report(at(element, faults.unknown(path, element.name, `wanted: <${items.join("> or <")}>`)));
    return [];
  });
}

/** Is every child of the element one of these, with no text between? */
export const holdsOnly = (element: Element, items: readonly string[]): boolean =>
  element.children.every((child) => isElement(child) && items.includes(child.name));

/** A collection with one file a component, the component being its root. */
export function rootFiles({ marker, items, folder, inline, pathOf }: RootFiles): Collection {
  const write = (child: Element, place: Place): Split | null => {
    const wanted = childrenOf(child).map((item) => [pathOf(item), item] as const);
    if (!holdsOnly(child, items) || wanted.some(([path]) => path === "")) return null;
    return { files: wanted.map(([path, item]) => [place(path), item] as const), moved: [] };
  };
  return { marker, owns: new RegExp(`^${folder}/`), inline, read: (source) => rootsOf(source, inline, items), write };
}

/** The same with files named by the component's id. */
export const guidFiles = (folder: string, item: string, marker = folder): Collection => rootFiles({
  marker, items: [item], folder, inline: new RegExp(`^${folder}/[^/]+\\.xml$`),
  pathOf: (element) => { const id = identityOf(element); return id === "" ? "" : `${folder}/{${segmentOf(id)}}.xml`; },
});

/** A collection of one file whose root holds the components. */
export function listFile(path: string, marker: string): Collection {
  const inline = new RegExp(`^${path.replaceAll(".", "\\.")}$`);
  return {
    marker, owns: inline, inline,
    read: ({ folder, type }) => paths(folder, inline, type).flatMap((file) => membersOf(folder, file).map((element) => ({ path: file, element }))),
    write: (child, place) => (child.children.every(isElement) ? { files: child.children.length === 0 ? [] : [[place(path), child]], moved: [] } : null),
  };
}
