import { childrenOf, descendants, type Element, textOf } from "../xml/element";
import type { Collection, Place, Split } from "./collection";
import { inside } from "./inside";
import { holdsOnly, rootsOf } from "./root-files";

/** Elements of a component that say where in the zip a file of it lies; the first is the one beside its `.data.xml`. */
const targets = ["JsonFileName", "XamlFileName", "FileName", "ExportedFileName", "DocumentUri", "BackgroundImageUri"];

const plain = (text: string): string => text.trim().replace(/^\//, "").replace(/%7B/gi, "{").replace(/%7D/gi, "}");

/** Parts that a custom connector names: each of its properties that is a file holds the place of it. */
export const connectorFiles = (connector: Element): readonly string[] => childrenOf(connector).map((property) => textOf(property).trim()).filter((text) => /^\/Connectors?\/./i.test(text)).map(plain);

/** Parts that a component names, `%7B` as `{`, without leading slash. A name without a folder is no part. */
export const targetsOf = (component: Element): readonly string[] =>
  component.name === "Connector" ? connectorFiles(component) : [...targets.map((name) => textOf(component, name)), ...descendants(component, "AdditionalUri").map((uri) => textOf(uri))]
    .filter((text) => text.trim().startsWith("/")).map(plain);

interface FileBacked {
  readonly marker: string;
  readonly item: string;
  readonly folder: string;
  /** Path of the body; `target` is its place in the zip, "" when there is none. */
  readonly bodyPath: (item: Element, target: string) => string;
  /** What the file of the definition adds to the body's name. */
  readonly ending?: string;
}

/** A collection whose components lie beside a file of theirs: `x.js` and `x.js.data.xml`. */
export function fileBacked({ marker, item, folder, bodyPath, ending = ".data.xml" }: FileBacked): Collection {
  const inline = new RegExp(`^${folder}/.+${ending.replaceAll(".", "\\.")}$`);
  const write = (child: Element, place: Place): Split | null => {
    if (!holdsOnly(child, [item])) return null;
    const wanted = childrenOf(child).map((component) => {
      const [target = ""] = targetsOf(component);
      return { component, target, path: bodyPath(component, target) };
    });
    if (wanted.some(({ path }) => !path.startsWith(`${folder}/`))) return null;
    const placed = wanted.map((one) => ({ ...one, path: place(one.path) }));
    return {
      files: placed.map(({ path, component }) => [`${path}${ending}`, component] as const),
      moved: ending !== ".data.xml" ? [] : placed.flatMap(({ component, path }) => targetsOf(component).map((part, index) => [part, index === 0 ? path : part] as const)),
    };
  };
  return { marker, owns: new RegExp(`^${folder}/`), inline, read: (source) => rootsOf(source, inline, [item], ending).map((one) => ({ ...one, within: inside(one.element).map((element) => ({ path: one.path, element })) })), write };
}
