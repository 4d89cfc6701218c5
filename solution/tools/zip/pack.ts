import { type Fault, refuse, told } from "../fault";
import { childOf, childrenOf, type Element, isElement, isEmpty, leaf, textOf, withChildren } from "../xml/element";
import { renderDocument } from "../xml/render";
import { modelNotices } from "./ai-models";
import { notices, unclaimed, withoutLeft } from "./claims";
import type { Component, Source } from "./collection";
import { duplicates, inlineComponents } from "./duplicates";
import { at, faults, placeOf, rootFaults } from "./faults";
import { customizationsFile, type Folder, isTwin, loneTwins, type PackageType, solutionFile, xmlOf } from "./folder";
import { leaves } from "./harmless";
import { homeOf, isAstray } from "./home";
import { namedInline } from "./inline";
import { strangeKinds } from "./kinds";
import { collectionOf, layout } from "./layout";
import { namedParts } from "./parts";
import { unkept } from "./place";
import { rootNotices } from "./roots";
import { attached, declarations } from "./scope";
import { misshapen } from "./shape";
import { spelled } from "./spelling";
import { emptyTemplates } from "./templates";
import { encoded } from "./text";
import { malformedFiles } from "./well-formed";
import { requireBearable } from "./weight";
import { zipped } from "./write";

/** A packed zip, and what to tell about it: what was left out on purpose, kinds that are not known, roots and components that do not find each other, and e-mail templates that are empty. */
export interface Packed { readonly zip: Uint8Array; readonly notices: readonly string[] }

interface Filled { readonly customizations: Element; readonly components: readonly Component[] }

/** Other/Customizations.xml is the work list: each empty child is filled from its files, other children stay as they are. */
function filled(source: Source): Filled {
  const root = xmlOf(source.folder, customizationsFile);
  const scope = declarations(root);
  const components: Component[] = [];
  const children = childrenOf(root).map((child) => {
    const collection = isEmpty(child) ? collectionOf(child.name) : undefined;
    if (collection === undefined) return child;
    const found = collection.read(source);
    for (const one of found) components.push(one);
    return withChildren(child, found.map(({ element }) => attached(element, scope)));
  });
  return { customizations: withChildren(root, children), components };
}

/** A second empty marker would be filled with the same files once more. */
const doubled = (root: Element): readonly Fault[] => layout.flatMap(({ marker }) => {
  const [first, second] = childrenOf(root, marker).filter(isEmpty);
  return first === undefined || second === undefined ? [] : [at(second, faults.twice(customizationsFile, "marker", `<${marker}/>`, placeOf(customizationsFile, first)))];
});

/** solution.xml of the wanted type. */
function solutionXml(folder: Folder, type: PackageType): Element {
  const root = xmlOf(folder, solutionFile);
  const source = textOf(childOf(root, "SolutionManifest"), "Managed");
  const wanted = type === "managed" ? "1" : "0";
  if (source !== "2" && source !== wanted) refuse([faults.managed(solutionFile, source === "" ? "nothing" : source, type)]);
  return withChildren(root, childrenOf(root).map((manifest) => withChildren(manifest, manifest.children.map((child) => (isElement(child) && child.name === "Managed" ? leaf("Managed", wanted) : child)))));
}

/** Names that a zip cannot carry back. */
const unfit = (folder: Folder): readonly Fault[] => [...folder.keys()].filter((path) => /%7[BD]/i.test(path))
  .map((path) => faults.name(path, "%7B and %7D stand for braces in a zip", "Write { and } in the name."));

/** Parts that every zip has of its own: no file may go there. */
const own: readonly (readonly [part: string, from: string])[] = [["solution.xml", solutionFile], ["customizations.xml", customizationsFile], ["[content_types].xml", "the list of content types"]];

/** A name that no zip can carry: the file's own, or the one that its component gives it. */
const unfitFor = (path: string, place: string | undefined, why: string): Fault => (place === undefined ? faults.name(path, `its name ${why}`, "Rename it.")
  : faults.name(path, `its component sends it to ${JSON.stringify(place)}, a name that ${why}`, "Correct the name in the component's definition."));

/** Names that no file system takes, where unpacking gives a part the name that it has in the zip. */
function unplaced(path: string, place: string | undefined): readonly Fault[] {
  if (place !== undefined && place !== path && !path.startsWith("Controls/")) return [];
  return unkept(path).map((segment) => faults.name(path, `Windows cannot keep the name "${segment}", so that the zip could not be unpacked again`, "Rename it."));
}

/** The zip's parts, beside the two documents: part -> content. A component may name any place in the folder of its kind that nothing else takes. */
function parts(source: Source, places: ReadonlyMap<string, string>, inline: (path: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const taken = new Map<string, string>(own);
  return new Map([...source.folder].filter(([path]) => !inline(path)).map(([path, content]) => {
    const part = (places.get(path) ?? path).replace(/\{/g, "%7B").replace(/\}/g, "%7D");
    const why = leaves(part);
    if (why === null && places.has(path) && isAstray(path, part)) source.report(faults.astray(path, part, `${homeOf(path)}/`));
    if (why !== null) source.report(unfitFor(path, places.get(path), why));
    unplaced(path, places.get(path)).forEach(source.report);
    const first = taken.get(part.toLowerCase());
    if (first !== undefined) source.report(faults.samePart(path, part, first));
    taken.set(part.toLowerCase(), path);
    return [part, content] as const;
  }));
}

/** Everything of a zip but solution.xml, and what to tell about it. */
interface Prepared { readonly parts: ReadonlyMap<string, Uint8Array>; readonly notices: readonly string[] }

/** What of a folder is packed, with known names in their usual case. */
interface Received { readonly folder: Folder; readonly notices: readonly string[] }

function received(source: Folder): Received {
  const { folder, notices: renamed } = spelled(source);
  return { folder: withoutLeft(folder), notices: [...renamed, ...notices(folder)] };
}

/** What an unmanaged package lacks because it stands in the folder for managed ones only. */
const lacking = (folder: Folder, type: PackageType): readonly string[] => (type === "managed" ? [] : loneTwins(folder)
  .map((path) => `${path} was left out: it serves managed packages only, and there is no ${path.replace("_managed.xml", ".xml")}.`));

/** Throws everything that is wrong with the folder, malformed files first: nothing else can be told about them. */
function prepared({ folder, notices: received }: Received, type: PackageType): Prepared {
  refuse([customizationsFile, solutionFile].filter((path) => !folder.has(path)).map((path) => faults.missing(path)));
  requireBearable(folder);
  refuse(malformedFiles(folder));
  refuse([customizationsFile, solutionFile].flatMap((path) => rootFaults(path, xmlOf(folder, path))));
  const found: Fault[] = [];
  const source: Source = { folder, type, report: (fault) => { found.push(fault); } };
  const root = xmlOf(folder, customizationsFile);
  const { customizations, components } = filled(source);
  const byFile = namedParts(folder, components);
  const byInline = namedInline(childrenOf(root).filter((child) => !isEmpty(child)), customizationsFile, [...folder.keys()]);
  const named = { places: new Map([...byInline.kept.map((path) => [path, path] as const), ...byFile.places]), faults: [...byFile.faults, ...byInline.faults] };
  const read = new Set(components.map(({ path }) => path));
  const inline = (path: string): boolean => path.startsWith("Other/") || read.has(path) || (!named.places.has(path) && layout.some((collection) => collection.inline.test(path)));
  const others = parts(source, named.places, inline);
  const all = [...components.flatMap((one) => [one, ...one.within ?? []]), ...inlineComponents(customizationsFile, root)];
  refuse([...found, ...doubled(root), ...unclaimed({ folder, root, named: new Set(named.places.keys()) }), ...duplicates(all), ...named.faults, ...unfit(folder), ...misshapen(folder)]);
  return {
    parts: new Map([["customizations.xml", encoded(renderDocument(customizations))], ...others]),
    notices: [...received, ...lacking(folder, type), ...modelNotices(others.keys()), ...[...strangeKinds(root, components), ...rootNotices(xmlOf(folder, solutionFile), customizations, components), ...emptyTemplates(components)].map(told)],
  };
}

const finished = (folder: Folder, type: PackageType, { parts: others }: Prepared): Uint8Array =>
  zipped(new Map([["solution.xml", encoded(renderDocument(solutionXml(folder, type)))], ...others]));

/**
 * Packs a SolutionPackager folder of any solution, as `pac solution pack` would; the same folder gives the same bytes.
 * Throws PackError with everything that is wrong: malformed files, files that would be lost, ids used twice, missing files.
 */
export function packFolder(source: Folder, type: PackageType): Packed {
  const known = received(source);
  const content = prepared(known, type);
  return { zip: finished(known.folder, type, content), notices: content.notices };
}

/** Both types of one folder; without twins they differ in solution.xml only. Throws as packFolder. */
export function packBoth(source: Folder): Readonly<Record<PackageType, Uint8Array>> {
  const known = received(source);
  const unmanaged = prepared(known, "unmanaged");
  const managed = [...known.folder.keys()].some(isTwin) ? prepared(known, "managed") : unmanaged;
  return { unmanaged: finished(known.folder, "unmanaged", unmanaged), managed: finished(known.folder, "managed", managed) };
}
