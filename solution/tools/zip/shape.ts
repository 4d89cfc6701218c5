import type { Fault } from "../fault";
import { childrenOf, descendants, type Element, textOf } from "../xml/element";
import { at, faults, placeOf } from "./faults";
import { type Folder, xmlOf } from "./folder";
import { plainId } from "./identity";
import { layout } from "./layout";
import { isDeclaration } from "./scope";
import { decoded } from "./text";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** A cloud flow is an object with properties.definition. The file was found well-formed before. */
function flow(path: string, content: Uint8Array): readonly Fault[] {
  const value: unknown = JSON.parse(decoded(content));
  return isObject(value) && isObject(value.properties) && isObject(value.properties.definition) ? [] : [faults.noFlow(path)];
}

/** Files that the manifest of a control names by path, relative to it. */
function control(folder: Folder, path: string): readonly Fault[] {
  const base = path.slice(0, path.lastIndexOf("/") + 1);
  const named = ["code", "css", "resx", "img"].flatMap((kind) => descendants(xmlOf(folder, path), kind).flatMap(({ attributes }) => attributes.path ?? []));
  return named.map((file) => base + file.replace(/^\.?\//, "")).filter((file) => !folder.has(file)).map((file) => faults.noBody(path, file));
}

/** The file that a plug-in package is made of, which a build puts beside its definition. */
function pluginPackage(folder: Folder, path: string): readonly Fault[] {
  const base = path.slice(0, path.lastIndexOf("/") + 1);
  return childrenOf(xmlOf(folder, path), "package").map((child) => `${base}package/${textOf(child).trim()}`).filter((file) => !folder.has(file)).map((file) => faults.noBody(path, file));
}

/** What a sharded component is told apart by: the attributes of its root, among those of its kind in one folder. */
function keyOf(path: string, root: Element): string {
  const keys = Object.entries(root.attributes).filter(([name]) => !isDeclaration(name)).map(([, value]) => plainId(value));
  return keys.length === 0 ? "" : [path.split("/").slice(0, -2).join("/"), root.name, ...keys].join("\n").toLowerCase();
}

/** Sharded components lie in files of their own that the packer does not fill in (`customapis/x/customapi.xml`): the second of one key would overwrite the first. */
function shardedTwice(folder: Folder): readonly Fault[] {
  const seen = new Map<string, string>();
  const paths = [...folder.keys()].filter((path) => path.endsWith(".xml") && path.split("/").length > 2 && !layout.some(({ owns }) => owns.test(path)));
  return paths.flatMap((path) => {
    const root = xmlOf(folder, path);
    const key = path.endsWith(`/${root.name}.xml`) ? keyOf(path, root) : "";
    const first = seen.get(key);
    if (key === "") return [];
    seen.set(key, first ?? placeOf(path, root));
    return first === undefined ? [] : [at(root, faults.twice(path, root.name, Object.values(root.attributes).join(" "), first))];
  });
}

/** What is well-formed but cannot be imported: flows that are none, controls and plug-in packages without their files, sharded components of one name. */
export const misshapen = (folder: Folder): readonly Fault[] => [
  ...[...folder].flatMap(([path, content]) => {
    if (/^Workflows\/.*\.json$/.test(path)) return flow(path, content);
    if (/^pluginpackages\/[^/]+\/pluginpackage\.xml$/.test(path)) return pluginPackage(folder, path);
    return /^Controls\/[^/]+\/ControlManifest\.xml$/.test(path) ? control(folder, path) : [];
  }),
  ...shardedTwice(folder),
];
