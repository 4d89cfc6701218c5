import { childrenOf, element, type Element, grouped, isElement } from "../xml/element";
import { beginning } from "./beginning";
import type { Component, Place, Source } from "./collection";
import { at, faults } from "./faults";
import { forType, membersOf, xmlOf } from "./folder";
import { identityOf } from "./identity";
import { segmentOf } from "./place";
import { holdsOnly } from "./root-files";

/** `base` is the table's folder: "Entities/x_Room". */
export interface TableSource extends Source { readonly base: string }

export type MarkerFile = readonly [path: string, content: Element];

/** A child of Entity.xml that is filled from files beside it. */
export interface Marker {
  readonly name: string;
  /** Files below the table's folder. */
  readonly files: RegExp;
  /** What fills the marker, and the components among it. */
  readonly read: (source: TableSource) => { readonly children: readonly Element[]; readonly components: readonly Component[] };
  /** Files of a filled marker; null when its shape is not the usual one: then it stays inline. */
  readonly write: (marker: Element, base: string, place: Place) => readonly MarkerFile[] | null;
}

const pathsBelow = ({ folder, type, base }: TableSource, files: RegExp): readonly string[] =>
  forType(folder, beginning(folder, `${base}/`), type).filter((path) => files.test(path.slice(base.length + 1)));

/** Components inside the root of each file; another root or child is reported. */
function inside(source: TableSource, files: RegExp, root: string, item: string): readonly Component[] {
  return pathsBelow(source, files).flatMap((path) => {
    const content = xmlOf(source.folder, path);
    const strange = content.name === root ? childrenOf(content).find((child) => child.name !== item) : content;
    if (strange === undefined) return membersOf(source.folder, path).map((found) => ({ path, element: found }));
    source.report(at(strange, faults.unknown(path, strange.name, `wanted: <${root}> with <${item}>`)));
    return [];
  });
}

const bare = (group: Element, allowed: readonly string[] = []): boolean => Object.keys(group.attributes).every((name) => allowed.includes(name));
const safe = (segment: string): boolean => /^[A-Za-z]+$/.test(segment);

/** One file a component, named by its id; null when one has none. */
function filesOf(items: readonly Element[], path: (id: string) => string, wrap: (item: Element) => Element, place: Place): readonly MarkerFile[] | null {
  if (items.some((item) => identityOf(item) === "")) return null;
  return items.map((item) => [place(path(segmentOf(identityOf(item)))), wrap(item)] as const);
}

const formFiles = /^FormXml\/[^/]+\/[^/]+\.xml$/;

const forms: Marker = {
  name: "FormXml", files: formFiles,
  read: (source) => {
    const components = inside(source, formFiles, "forms", "systemform");
    const kinds = grouped(components, ({ path }) => path.slice(source.base.length + 1).split("/")[1] ?? "");
    return { components, children: [...kinds].map(([type, some]) => element("forms", { type }, some.map((form) => form.element))) };
  },
  write: (marker, base, place) => {
    const groups = childrenOf(marker);
    const usual = holdsOnly(marker, ["forms"]) && groups.every((group) => bare(group, ["type"]) && safe(group.attributes.type ?? "") && holdsOnly(group, ["systemform"]));
    const files = groups.map((group) =>
      filesOf(childrenOf(group), (id) => `${base}/FormXml/${group.attributes.type ?? ""}/{${id}}.xml`, (form) => element("forms", {}, [form]), place));
    return usual && files.every((some) => some !== null) ? files.flat() : null;
  },
};

const viewFiles = /^SavedQueries\/[^/]+\.xml$/;

const views: Marker = {
  name: "SavedQueries", files: viewFiles,
  read: (source) => {
    const components = inside(source, viewFiles, "savedqueries", "savedquery");
    return { components, children: components.length === 0 ? [] : [element("savedqueries", {}, components.map((view) => view.element))] };
  },
  write: (marker, base, place) => {
    const groups = childrenOf(marker);
    const usual = holdsOnly(marker, ["savedqueries"]) && groups.every((group) => bare(group) && holdsOnly(group, ["savedquery"]));
    return usual ? filesOf(groups.flatMap((group) => childrenOf(group)), (id) => `${base}/SavedQueries/{${id}}.xml`, (view) => element("savedqueries", {}, [view]), place) : null;
  },
};

const chartFiles = /^Visualizations\/[^/]+\.xml$/;

const charts: Marker = {
  name: "Visualizations", files: chartFiles,
  read: (source) => {
    const components = pathsBelow(source, chartFiles).map((path) => ({ path, element: xmlOf(source.folder, path) }));
    for (const { path, element: found } of components) if (found.name !== "visualization") source.report(at(found, faults.unknown(path, found.name, "wanted: <visualization>")));
    return { components, children: components.map((chart) => chart.element) };
  },
  write: (marker, base, place) => (holdsOnly(marker, ["visualization"])
    ? filesOf(childrenOf(marker), (id) => `${base}/Visualizations/{${id.toUpperCase()}}.xml`, (chart) => chart, place) : null),
};

const ribbonFile = /^RibbonDiff(_managed)?\.xml$/;

const ribbon: Marker = {
  name: "RibbonDiffXml", files: ribbonFile,
  read: (source) => ({ components: [], children: pathsBelow(source, ribbonFile).flatMap((path) => membersOf(source.folder, path)) }),
  write: (marker, base, place) => (marker.children.every(isElement) ? [[place(`${base}/RibbonDiff.xml`), marker]] : null),
};

/** The markers of Entity.xml. */
export const markers: readonly Marker[] = [forms, views, ribbon, charts];
