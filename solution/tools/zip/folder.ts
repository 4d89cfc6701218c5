import { type Fault, PackError } from "../fault";
import { childrenOf, type Element } from "../xml/element";
import { parseXml, XmlError } from "../xml/parse";
import { decoded, TextError } from "./text";
import { faults } from "./faults";
import { declarations, detached } from "./scope";

/** A SolutionPackager folder: relative path with "/" -> content. */
export type Folder = ReadonlyMap<string, Uint8Array>;
export type PackageType = "unmanaged" | "managed";

export const customizationsFile = "Other/Customizations.xml";
export const solutionFile = "Other/Solution.xml";

/** Content -> what was read from it: both packages and the checks read the same files. */
const read = new WeakMap<Uint8Array, Element>();

function malformed(path: string, error: unknown): Fault {
  if (error instanceof XmlError) return { ...faults.malformedXml(path, error.reason), line: error.line };
  if (error instanceof TextError) return faults.malformedXml(path, `${error.message}.`);
  throw error;
}

/** Reads XML that stands in `path`; throws DULY-PACK-008 with file and line. */
export function xmlIn(path: string, content: Uint8Array): Element {
  const known = read.get(content);
  if (known !== undefined) return known;
  try {
    const root = parseXml(decoded(content));
    read.set(content, root);
    return root;
  } catch (error) {
    throw new PackError([malformed(path, error)]);
  }
}

/** Parses a file of the folder; throws DULY-PACK-007 when it is not there, 008 when it is not well-formed. */
export function xmlOf(folder: Folder, path: string): Element {
  const content = folder.get(path);
  if (content === undefined) throw new PackError([faults.missing(path)]);
  return xmlIn(path, content);
}

/** Components inside the root of a file, with the namespaces that the root declares. */
export function membersOf(folder: Folder, path: string): readonly Element[] {
  const root = xmlOf(folder, path);
  const scope = declarations(root);
  return childrenOf(root).map((member) => detached(member, scope));
}

/** Files that may have a twin for managed packages; elsewhere "_managed" is just a part of a name. */
const twins = /^(Entities\/[^/]+\/(FormXml\/.*|RibbonDiff)|(Dashboards|InteractionCentricDashboards)\/[^/]+|AppModules\/.*|AppModuleSiteMaps\/.*|Other\/SiteMap)_managed\.xml$/;

/** Does the file serve managed packages only? */
export const isTwin = (path: string): boolean => twins.test(path);

/** Files that serve managed packages only and stand for no other: an unmanaged package lacks what is in them. */
export const loneTwins = (folder: Folder): readonly string[] => [...folder.keys()].filter((path) => isTwin(path) && !folder.has(path.replace(/_managed\.xml$/, ".xml"))).sort();

/** Paths that match, in order, for a type of package. */
export const paths = (folder: Folder, pattern: RegExp, type: PackageType): readonly string[] => forType(folder, [...folder.keys()].filter((path) => pattern.test(path)).sort(), type);

/** Of these paths the ones for a type of package: where a file has a twin `X_managed.xml`, a managed package takes the twin and an unmanaged one the file. */
export function forType(folder: Folder, all: readonly string[], type: PackageType): readonly string[] {
  const twin = (path: string): string => path.replace(/\.xml$/, "_managed.xml");
  const hasTwin = (path: string): boolean => twins.test(twin(path)) && folder.has(twin(path));
  return all.filter((path) => (isTwin(path) ? type === "managed" : type === "unmanaged" || !hasTwin(path)));
}
