import type { Collection, Component, Source } from "./collection";
import { paths, xmlOf } from "./folder";

const folder = "AIModels/";
const nothing = /(?!)/;

const isModel = ({ element }: Component): boolean => element.name === "AIModel";

const read = (source: Source): readonly Component[] => paths(source.folder, /^AIModels\/.+\.xml$/, source.type)
  .map((path) => ({ path, element: xmlOf(source.folder, path) })).filter(isModel);

/** AI models. How the platform's packer lays them out is not known: a file whose root is a model goes inline, every other is packed as it is, and unpacking leaves them inline. */
export const aiModels: Collection = { marker: "AIModels", owns: nothing, inline: nothing, read, write: () => null };

/** What to tell about files beside AI models that went into the zip as they are. */
export function modelNotices(parts: Iterable<string>): readonly string[] {
  const [first, ...more] = [...parts].filter((part) => part.startsWith(folder));
  return first === undefined ? [] : [`${[first, ...more].join(", ")} went into the zip as in the folder: only a file whose root is <AIModel> fills the empty <AIModels/>. Compare with a zip of 'pac solution pack'.`];
}
