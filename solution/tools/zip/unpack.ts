import { type Fault, PackError, refuse } from "../fault";
import { childrenByName, childrenOf, type Element, preserves, withChildren } from "../xml/element";
import { renderDocument } from "../xml/render";
import { beginning } from "./beginning";
import type { Place, Split } from "./collection";
import { duplicates, inlineComponents } from "./duplicates";
import { faults, rootFaults } from "./faults";
import { customizationsFile, type Folder, solutionFile, xmlIn } from "./folder";
import { homeOf, isAstray } from "./home";
import { namedInline } from "./inline";
import { collectionOf, layout } from "./layout";
import { placer, unplaceable } from "./place";
import { readZip } from "./read";
import { declarations, detached } from "./scope";
import { encoded } from "./text";

type Parts = ReadonlyMap<string, Uint8Array>;

const documents = ["customizations.xml", "solution.xml", "[Content_Types].xml"];

function rootOf(parts: Parts, name: string): Element {
  const content = parts.get(name);
  if (content === undefined) throw new PackError([faults.unreadable(name, "this part is missing")]);
  return xmlIn(name, content);
}

interface Unfolded { readonly inline: readonly Element[]; readonly customizations: Element; readonly files: Split["files"]; readonly named: Split["moved"]; readonly moved: ReadonlyMap<string, string> }

/** Customizations.xml with its children emptied into files, as far as their shape is the usual one. */
function unfolded(root: Element, place: Place): Unfolded {
  const byName = childrenByName(root);
  const once = (child: Element): boolean => byName.get(child.name)?.length === 1 && !preserves(child, preserves(root));
  const split = childrenOf(root).map((child) => {
    const files = once(child) ? collectionOf(child.name)?.write(child, place) ?? null : null;
    return { child: files === null ? child : withChildren(child, []), files };
  });
  return {
    customizations: withChildren(root, split.map(({ child }) => child)),
    files: split.flatMap(({ files }) => files?.files ?? []),
    inline: split.filter(({ files }) => files === null).map(({ child }) => child),
    named: split.flatMap(({ files }) => files?.moved ?? []),
    moved: new Map(split.flatMap(({ files }) => files?.moved ?? [])),
  };
}

/** Parts that components name where parts of another kind lie, or that two of them name: one would have none. */
function misnamed({ named }: Unfolded): readonly Fault[] {
  const first = new Map<string, string>();
  return named.flatMap(([part, path]) => {
    const other = first.get(part.toLowerCase());
    first.set(part.toLowerCase(), other ?? path);
    return [
      ...(isAstray(path, part) ? [faults.astray(path, part, `${homeOf(path)}/`)] : []),
      ...(other === undefined ? [] : [faults.samePart(path, part, other)]),
    ];
  });
}

/** Parts that would not come back: of a classic folder, but named by nobody, or beside the folders. */
const orphans = (parts: Parts, { moved }: Unfolded, kept: ReadonlySet<string>): readonly Fault[] => [...parts.keys()]
  .filter((part) => !documents.includes(part) && !moved.has(part) && !kept.has(part))
  .filter((part) => !part.includes("/") || /^(Other|Resources)\//.test(part) || layout.some(({ owns }) => owns.test(part)))
  .map((part) => faults.orphan(part));

/** Parts in classic folders that stay where they are: the files of controls and canvas apps. */
function keptParts(parts: Parts, { moved, files }: Unfolded): ReadonlySet<string> {
  const controls = [...moved.values()].flatMap((path) => /^Controls\/[^/]+\//.exec(path)?.[0] ?? []);
  const apps = files.map(([path]) => path).filter((path) => /^CanvasApps\/[^/]+\.meta\.xml$/.test(path)).map((path) => path.slice(0, -".meta.xml".length));
  return new Set([...new Set([...controls, ...apps])].flatMap((base) => beginning(parts, base)));
}

/**
 * A solution zip as a SolutionPackager folder, the way back of packFolder. What has another shape than the usual stays inline in
 * Other/Customizations.xml, so that nothing is lost. Throws PackError: a zip that cannot be trusted or read, ids used twice, parts that nobody names, names that Windows cannot keep.
 */
export function unpackZip(zip: Uint8Array): Folder {
  const parts = readZip(zip);
  const [root, solution] = [rootOf(parts, "customizations.xml"), rootOf(parts, "solution.xml"), rootOf(parts, "[Content_Types].xml")];
  refuse([...rootFaults("customizations.xml", root), ...rootFaults("solution.xml", solution)]);
  refuse(duplicates(inlineComponents("customizations.xml", root)));
  const done = unfolded(root, placer());
  const inline = namedInline(done.inline, "customizations.xml", [...parts.keys()]);
  refuse([...misnamed(done), ...inline.faults]);
  refuse([...parts.keys()].filter((part) => !documents.includes(part) && !done.moved.has(part)).flatMap((part) => unplaceable(part)));
  refuse([...orphans(parts, done, new Set([...keptParts(parts, done), ...inline.kept])), ...[...done.moved.keys()].filter((part) => !parts.has(part)).map((part) => faults.noBody("customizations.xml", part))]);
  const scope = declarations(root);
  const folder = new Map<string, Uint8Array>();
  const add = (path: string, content: Uint8Array): void => {
    if (folder.has(path)) throw new PackError([faults.samePart(path, path, "another component")]);
    folder.set(path, content);
  };
  add(solutionFile, encoded(renderDocument(solution)));
  add(customizationsFile, encoded(renderDocument(done.customizations)));
  for (const [path, content] of done.files) add(path, encoded(typeof content === "string" ? content : renderDocument(detached(content, scope))));
  for (const [part, content] of parts) if (!documents.includes(part)) add(done.moved.get(part) ?? part, content);
  return new Map([...folder].sort(([a], [b]) => (a < b ? -1 : 1)));
}
