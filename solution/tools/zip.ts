import { zipSync } from "fflate";
import { childOf, childrenOf, type Element, leaf, textOf, withChildren } from "./xml/element";
import { renderDocument } from "./xml/render";
import { collections } from "./zip/collections";
import { contentTypes } from "./zip/content-types";
import { type Folder, type PackageType, xmlOf } from "./zip/folder";

/** Zip times have no zone: fflate writes the local one, so a local date gives the same bytes everywhere. */
const fixedTime = new Date(2020, 0, 1);

/** Elements of a `.data.xml` that tell where in the zip the body goes. */
const targets = ["JsonFileName", "XamlFileName", "FileName"];

/** Other/Customizations.xml is the work list: each empty child is filled from its folder, other children stay as they are. */
function customizationsXml(folder: Folder, type: PackageType): Element {
  const root = xmlOf(folder, "Other/Customizations.xml");
  return withChildren(root, childrenOf(root).map((child) =>
    child.children.length > 0 ? child : withChildren(child, collections[child.name]?.read(folder, type) ?? [])));
}

function solutionXml(folder: Folder, type: PackageType): Element {
  const root = xmlOf(folder, "Other/Solution.xml");
  const source = textOf(childOf(root, "SolutionManifest"), "Managed");
  const wanted = type === "managed" ? "1" : "0";
  if (source !== "2" && source !== wanted) {
    throw new Error(`DULY-PACKAGE-009 Other/Solution.xml says Managed ${source}: it cannot be packed ${type}. 2 allows both.`);
  }
  return withChildren(root, childrenOf(root).map((manifest) => withChildren(manifest, childrenOf(manifest).map((child) => (child.name === "Managed" ? leaf("Managed", wanted) : child)))));
}

/** Body of a file-backed component -> its place in the zip. A control's other files keep their paths. */
function bodies(folder: Folder): ReadonlyMap<string, string> {
  return new Map([...folder.keys()].filter((path) => path.endsWith(".data.xml")).flatMap((path) => {
    const root = xmlOf(folder, path);
    const target = targets.map((name) => textOf(root, name)).find((text) => text !== "");
    return target === undefined ? [] : [[path.slice(0, -".data.xml".length), target.replace(/^\//, "")] as const];
  }));
}

const isInline = (path: string, listed: ReadonlySet<string>): boolean =>
  path.startsWith("Other/") || path.startsWith("Resources/")
  || [...listed].some((name) => collections[name]?.inline.test(path) ?? false);

function entries(folder: Folder, type: PackageType): ReadonlyMap<string, Uint8Array> {
  const listed = new Set(childrenOf(xmlOf(folder, "Other/Customizations.xml")).map((child) => child.name));
  const places = bodies(folder);
  const encoder = new TextEncoder();
  const loose = [...folder].filter(([path]) => !isInline(path, listed))
    .map(([path, content]) => [(places.get(path) ?? path).replace(/\{/g, "%7B").replace(/\}/g, "%7D"), content] as const);
  return new Map([
    ["customizations.xml", encoder.encode(renderDocument(customizationsXml(folder, type)))],
    ["solution.xml", encoder.encode(renderDocument(solutionXml(folder, type)))],
    ...loose,
  ]);
}

/** Packs a SolutionPackager folder (of any solution) into the bytes of a solution zip; the same folder gives the same bytes. */
export function zipFolder(folder: Folder, type: PackageType): Uint8Array {
  const parts = entries(folder, type);
  const names = [...parts.keys()].sort();
  const types = new TextEncoder().encode(renderDocument(contentTypes(names)));
  const ordered = Object.fromEntries([...names.map((name) => [name, parts.get(name) ?? new Uint8Array()] as const), ["[Content_Types].xml", types] as const]);
  return zipSync(ordered, { level: 9, mtime: fixedTime });
}
