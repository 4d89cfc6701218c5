import { descendants } from "../xml/element";
import type { Contents } from "./contents";
import { finding, type Finding } from "./finding";

/** Charts group and measure columns of their table, and draw what their query gives. */
export const charts = (contents: Contents): readonly Finding[] => [...contents.tables.values()].flatMap((table) => table.charts.flatMap((chart) => {
  const asked = descendants(chart.root, "attribute");
  const aliases = new Set(asked.map((entry) => entry.attributes.alias));
  const drawn = [...descendants(chart.root, "category"), ...descendants(chart.root, "measure")].map((entry) => entry.attributes.alias ?? "");
  return [
    ...asked.map((entry) => entry.attributes.name ?? "").filter((name) => !table.columns.has(name)).map((name) => finding("DULY-CHECK-046", chart, name)),
    ...drawn.filter((alias) => !aliases.has(alias)).map((alias) => finding("DULY-CHECK-047", chart, alias)),
  ];
}));
