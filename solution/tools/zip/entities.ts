import { childrenByName, childrenOf, descendants, type Element, isElement, isEmpty, preserves, textOf, withChildren } from "../xml/element";
import { beginning } from "./beginning";
import type { Collection, Component, Place, Source, Split } from "./collection";
import { at, faults, placeOf } from "./faults";
import { paths, xmlOf } from "./folder";
import { inside } from "./inside";
import { type MarkerFile, markers } from "./markers";
import { segmentOf } from "./place";
import { holdsOnly } from "./root-files";

const entityFile = /^Entities\/[^/]+\/Entity\.xml$/;

/** Files of the table that its markers do not take: the marker is missing, or holds something of its own. */
function lost(source: Source, base: string, entity: Element): void {
  const byName = childrenByName(entity);
  for (const path of beginning(source.folder, `${base}/`)) {
    const marker = markers.find(({ files }) => files.test(path.slice(base.length + 1)));
    if (marker === undefined) continue;
    const found = byName.get(marker.name) ?? [];
    if (found.length === 0) source.report(faults.noMarker(path, placeOf(`${base}/Entity.xml`, entity), marker.name));
    else if (!found.some(isEmpty)) source.report(faults.filled(path, placeOf(`${base}/Entity.xml`, found[0] ?? entity), marker.name));
  }
}

/** Empty markers that come again: they would be filled with the same files once more. */
const doubled = (entity: Element): readonly Element[] => markers.flatMap(({ name }) => childrenOf(entity, name).filter(isEmpty).slice(1));

/** Entity.xml with its markers filled from the files beside it, and everything that has an id in it. */
function readTable(source: Source, path: string): Component {
  const base = path.slice(0, -"/Entity.xml".length);
  const entity = xmlOf(source.folder, path);
  if (entity.name !== "Entity") source.report(at(entity, faults.unknown(path, entity.name, "wanted: <Entity>")));
  lost(source, base, entity);
  doubled(entity).forEach((second) => { source.report(at(second, faults.twice(path, "marker", `<${second.name}/>`, placeOf(path, childrenOf(entity, second.name)[0] ?? entity)))); });
  const filled = childrenOf(entity).map((child) => {
    const marker = isEmpty(child) ? markers.find(({ name }) => name === child.name) : undefined;
    const content = marker?.read({ ...source, base });
    return { element: content === undefined ? child : withChildren(child, content.children), components: content?.components ?? [] };
  });
  return { path, element: withChildren(entity, filled.map((one) => one.element)), within: [...filled.flatMap((one) => one.components), ...inside(entity).map((element) => ({ path, element }))] };
}

/** Formulas of the table's columns lie beside it in the folder, and in one folder in the zip. */
const formulas = (entity: Element, base: string): Split["moved"] => [...new Set(descendants(entity, "FormulaDefinitionFileName").map((name) => textOf(name).replace(/^\//, "")))]
  .filter((part) => part.startsWith("Formulas/")).map((part) => [part, `${base}/${part}`] as const);

function writeTable(entity: Element, place: Place): Split {
  const base = place(`Entities/${segmentOf(textOf(entity, "Name"))}/Entity.xml`).slice(0, -"/Entity.xml".length);
  const byName = childrenByName(entity);
  const split = entity.children.map((child) => {
    const goes = isElement(child) && !isEmpty(child) && !preserves(entity) && byName.get(child.name)?.length === 1;
    const marker = goes ? markers.find(({ name }) => name === child.name) : undefined;
    const files = isElement(child) ? marker?.write(child, base, place) ?? null : null;
    return { child: isElement(child) && files !== null ? withChildren(child, []) : child, files: files ?? [] as readonly MarkerFile[] };
  });
  return {
    files: [[`${base}/Entity.xml`, withChildren(entity, split.map(({ child }) => child))], ...split.flatMap(({ files }) => files)],
    moved: formulas(entity, base),
  };
}

/** Tables: `Entities/<Name>/Entity.xml`, with forms, views, charts, ribbon and formulas beside it. */
export const entities: Collection = {
  marker: "Entities", owns: /^Entities\//,
  inline: /^Entities\/[^/]+\/(Entity\.xml|RibbonDiff(_managed)?\.xml|FormXml\/[^/]+\/[^/]+\.xml|(SavedQueries|Visualizations)\/[^/]+\.xml)$/,
  read: (source) => paths(source.folder, entityFile, source.type).map((path) => readTable(source, path)),
  write: (child, place) => {
    if (!holdsOnly(child, ["Entity"]) || childrenOf(child).some((entity) => textOf(entity, "Name") === "" || entity.children.some((node) => !isElement(node)))) return null;
    const tables = childrenOf(child).map((entity) => writeTable(entity, place));
    return { files: tables.flatMap(({ files }) => files), moved: tables.flatMap(({ moved }) => moved) };
  },
};
