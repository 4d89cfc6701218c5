import { childrenOf, element, type Element, withChildren } from "../xml/element";
import { type Folder, type PackageType, paths, xmlOf } from "./folder";

interface Source { readonly folder: Folder; readonly type: PackageType; readonly base: string }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** One `<forms type>` for every sub-folder of FormXml. */
function forms({ folder, type, base }: Source): readonly Element[] {
  const kinds = [...new Set(paths(folder, new RegExp(`^${escaped(base)}/FormXml/[^/]+/`), type).map((path) => path.split("/")[3] ?? ""))];
  return kinds.map((kind) => element("forms", { type: kind },
    paths(folder, new RegExp(`^${escaped(base)}/FormXml/${kind}/[^/]+\\.xml$`), type).flatMap((path) => childrenOf(xmlOf(folder, path), "systemform"))));
}

const views = ({ folder, type, base }: Source): readonly Element[] => [element("savedqueries", {},
  paths(folder, new RegExp(`^${escaped(base)}/SavedQueries/[^/]+\\.xml$`), type).flatMap((path) => childrenOf(xmlOf(folder, path), "savedquery")))];

const charts = ({ folder, type, base }: Source): readonly Element[] =>
  paths(folder, new RegExp(`^${escaped(base)}/Visualizations/[^/]+\\.xml$`), type).map((path) => xmlOf(folder, path));

function ribbon({ folder, base }: Source): readonly Element[] {
  const path = `${base}/RibbonDiff.xml`;
  return folder.has(path) ? childrenOf(xmlOf(folder, path)) : [];
}

/** A marker without a file to fill it stays empty; a file without its marker is dropped, as the platform's packer does. */
const markers: Readonly<Record<string, (source: Source) => readonly Element[]>> = {
  FormXml: forms, SavedQueries: views, Visualizations: charts, RibbonDiffXml: ribbon,
};

/** Entity.xml with its markers filled from the files beside it. */
export function filledEntity(folder: Folder, type: PackageType, path: string): Element {
  const source: Source = { folder, type, base: path.slice(0, -"/Entity.xml".length) };
  const entity = xmlOf(folder, path);
  return withChildren(entity, childrenOf(entity).map((child) => {
    const fill = markers[child.name];
    return fill === undefined || child.children.length > 0 ? child : withChildren(child, fill(source));
  }));
}
