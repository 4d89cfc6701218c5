import { asNumber, asText, type JsonObject } from "../api/json";
import { formattedOf } from "../api/values";
import { attribute, child, children, parseXml, path, toXml } from "../xml/element";

/** A bar of a chart: what it stands for, how long it is, and its length in words. */
export interface Bar { readonly label: string; readonly value: number; readonly text: string }

/** The one category and measure of a chart, by their aliases in its query. */
export interface ChartQuery { readonly category: string; readonly measure: string; readonly fetchXml: string }

/** The chart's query over the rows of a view: the view's filters and joins are put into it. Throws when the chart has no query. */
export function chartQuery(dataDescription: string, viewFetch: string): ChartQuery {
  const data = parseXml(dataDescription, "chart");
  const fetch = path(data, "fetchcollection", "fetch");
  const entity = child(fetch, "entity");
  const category = path(data, "categorycollection", "category");
  const measure = path(category, "measurecollection", "measure");
  if (!fetch || !entity || !category || !measure) throw new Error("PLAYER-CHART: the chart has no query with a category and a measure.");
  const view = child(parseXml(viewFetch, "view query"), "entity");
  for (const part of [...children(view, "filter"), ...children(view, "link-entity")]) {
    const copy = entity.ownerDocument.importNode(part, true);
    for (const column of Array.from(copy.querySelectorAll("attribute, all-attributes, order"))) column.remove();
    entity.appendChild(copy);
  }
  return { category: attribute(category, "alias"), measure: attribute(measure, "alias"), fetchXml: toXml(fetch) };
}

/** Bars from the rows of the query, in the order of their values; "" is the label of no value. */
export const barsOf = (rows: readonly JsonObject[], { category, measure }: ChartQuery): readonly Bar[] => rows
  .map((row) => ({ sort: asNumber(row[category]) ?? asText(row[category]), label: formattedOf(row, category) || asText(row[category]), value: Number(row[measure] ?? 0), text: formattedOf(row, measure) || asText(row[measure]) || "0" }))
  .sort((a, b) => (typeof a.sort === "number" && typeof b.sort === "number" ? a.sort - b.sort : String(a.sort).localeCompare(String(b.sort))))
  .map(({ label, value, text }) => ({ label, value, text }));
