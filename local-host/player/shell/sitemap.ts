import { attribute, child, children, guid, parseXml } from "../xml/element";
import { type Labels, labelIn } from "../xml/labels";

export interface SubArea { readonly id: string; readonly titles: Labels; readonly table: string | null; /** Id of a dashboard. */ readonly dashboard: string | null; readonly url: string | null }
export interface Group { readonly id: string; readonly titles: Labels; readonly subAreas: readonly SubArea[] }
export interface Area { readonly id: string; readonly titles: Labels; readonly groups: readonly Group[] }

const titlesOf = (element: Element): Labels => {
  const own = attribute(element, "Title");
  const titles = children(child(element, "Titles"), "Title")
    .map((title): [number, string] => [Number(attribute(title, "LCID")), attribute(title, "Title")]);
  return new Map(own && titles.length === 0 ? [[1033, own]] : titles);
};

const readSubArea = (element: Element): SubArea => ({
  id: attribute(element, "Id"),
  titles: titlesOf(element),
  table: attribute(element, "Entity") || null,
  dashboard: guid(attribute(element, "DefaultDashboard")) || null,
  url: attribute(element, "Url") || null,
});

const readGroup = (element: Element): Group => ({
  id: attribute(element, "Id"),
  titles: titlesOf(element),
  subAreas: children(element, "SubArea").map(readSubArea),
});

/** Reads a SiteMap: areas, their groups and the tables behind them, in the order of the package. */
export function readSitemap(xml: string): readonly Area[] {
  const root = parseXml(xml, "site map");
  const map = root.tagName === "SiteMap" ? root : root.getElementsByTagName("SiteMap")[0] ?? root;
  return children(map, "Area").map((area) => ({
    id: attribute(area, "Id"),
    titles: titlesOf(area),
    groups: children(area, "Group").map(readGroup),
  }));
}

/** LCIDs that the site map is written in. */
export function sitemapLanguages(areas: readonly Area[]): readonly number[] {
  const nodes = areas.flatMap((area) => [area, ...area.groups, ...area.groups.flatMap((group) => group.subAreas)]);
  return [...new Set(nodes.flatMap((node) => [...node.titles.keys()]))].sort((a, b) => a - b);
}

/** Title in the user's language, else the id. */
export const titleOf = (node: { readonly id: string; readonly titles: Labels }, lcid: number): string => labelIn(node.titles, lcid) || node.id;

/** What the site map calls a dashboard, in the user's language; "" when it does not lead there. */
export function dashboardTitle(areas: readonly Area[], id: string, lcid: number): string {
  const node = areas.flatMap((area) => area.groups).flatMap((group) => group.subAreas).find((sub) => sub.dashboard === id);
  return node ? labelIn(node.titles, lcid) : "";
}
