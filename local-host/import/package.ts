import { DataverseError } from "../service/error";
import { childOf, textOf, type Element } from "./xml/element";
import { labelIn, labelsOf } from "./xml/labels";
import { parseXml } from "./xml/parse";
import { readZip } from "./zip";

/** An opened package. What readers take is struck off, so that the rest can be told. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly managed: boolean;
  readonly title: string;
  readonly publisher: { readonly name: string; readonly title: string; readonly prefix: string; readonly optionPrefix: number };
  readonly customizations: Element;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly used: Set<string>;
  readonly ignored: string[];
}

const decoder = new TextDecoder();

/** Bytes of a file that the package names; "/" in front is dropped. Throws 0x80048069 when it is missing. */
export function fileOf(from: Package, path: string, component: string): Uint8Array {
  const plain = path.replace(/^\//, "");
  const content = from.files.get(plain);
  if (content === undefined) throw new DataverseError("0x80048069", `${component} names the file '${plain}', which is not in the package. Pack the solution again.`);
  from.used.add(plain);
  return content;
}

export const textFile = (from: Package, path: string, component: string): string => decoder.decode(fileOf(from, path, component));

/** Paths that match, each taken. */
export function pathsOf(from: Package, pattern: RegExp): readonly string[] {
  const paths = [...from.files.keys()].filter((path) => pattern.test(path)).sort();
  for (const path of paths) from.used.add(path);
  return paths;
}

export const xmlFile = (from: Package, path: string): Element => parseXml(path, fileOf(from, path, "The package"));

function required(files: ReadonlyMap<string, Uint8Array>, path: string): Element {
  const content = files.get(path);
  if (content === undefined) throw new DataverseError("0x80048063", `The package has no ${path}: it is no solution package. Give the zip that the export or the packer wrote.`);
  return parseXml(path, content);
}

/** Opens a solution package. Throws DataverseError 0x80048060 to 0x80048064. */
export function openPackage(bytes: Uint8Array): Package {
  const files = readZip(bytes);
  const manifest = childOf(required(files, "solution.xml"), "SolutionManifest");
  const name = textOf(manifest, "UniqueName");
  if (name === "") throw new DataverseError("0x80048063", "solution.xml names no solution (SolutionManifest/UniqueName). Pack the solution again.");
  const publisher = childOf(manifest, "Publisher");
  return {
    name, version: textOf(manifest, "Version"), managed: textOf(manifest, "Managed") === "1", title: labelIn(labelsOf(manifest, "LocalizedNames"), name),
    publisher: {
      name: textOf(publisher, "UniqueName"), title: labelIn(labelsOf(publisher, "LocalizedNames"), textOf(publisher, "UniqueName")),
      prefix: textOf(publisher, "CustomizationPrefix"), optionPrefix: Number(textOf(publisher, "CustomizationOptionValuePrefix") || 0),
    },
    customizations: required(files, "customizations.xml"), files,
    used: new Set(["solution.xml", "customizations.xml", "[Content_Types].xml"]), ignored: [],
  };
}
