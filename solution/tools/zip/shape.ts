import type { Fault } from "../fault";
import { descendants } from "../xml/element";
import { at, faults, placeOf } from "./faults";
import { type Folder, xmlOf } from "./folder";
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

/** Custom APIs lie in files of their own that the packer does not look into: the second of one unique name would overwrite the first. */
function customApis(folder: Folder): readonly Fault[] {
  const seen = new Map<string, string>();
  return [...folder.keys()].filter((path) => /^customapis\/[^/]+\/customapi\.xml$/.test(path)).flatMap((path) => {
    const api = xmlOf(folder, path);
    const { attributes: { uniquename = "" } } = api;
    const first = seen.get(uniquename.toLowerCase());
    seen.set(uniquename.toLowerCase(), first ?? placeOf(path, api));
    return first === undefined ? [] : [at(api, faults.twice(path, "customapi", uniquename, first))];
  });
}

/** What is well-formed but cannot be imported: flows that are none, controls without their files, custom APIs of one name. */
export const misshapen = (folder: Folder): readonly Fault[] => [
  ...[...folder].flatMap(([path, content]) => {
    if (/^Workflows\/.*\.json$/.test(path)) return flow(path, content);
    return /^Controls\/[^/]+\/ControlManifest\.xml$/.test(path) ? control(folder, path) : [];
  }),
  ...customApis(folder),
];
