import type { Chart } from "../../model/chart";
import type { Dashboard, DashboardPart } from "../../model/dashboard";
import { prefixed } from "../../model/names";
import type { DashboardIr, DashboardPartIr } from "../ir/solution";
import type { ChartIr } from "../ir/table";
import { idOf } from "../ids";
import type { Labels } from "../labels";
import { columnName, viewId } from "./names";

const chartId = (chart: Chart): string => idOf("chart", `${prefixed(chart.table.name)}.${chart.key}`);

const measured = ({ measure, table }: Chart): Pick<ChartIr, "aggregate" | "column"> => measure === "count"
  ? { aggregate: "count", column: `${prefixed(table.name)}id` }
  : { aggregate: "sum", column: `${columnName(measure.sum)}_base` };

/** Resolves a chart; sums are in the organisation's currency, so that amounts of several currencies may be added. */
export const readChart = (chart: Chart, labels: Labels): ChartIr => ({
  id: chartId(chart), name: labels.say(`chart.${chart.key}`, chart.label), description: labels.say(`chart.${chart.key}.help`, chart.help),
  by: columnName(chart.by), ...measured(chart),
});

/** A chart goes by its own name. */
const labelOf = (dashboard: Dashboard, part: DashboardPart, labels: Labels): DashboardPartIr["label"] =>
  (part.chart === null ? labels.say(`dashboard.${dashboard.key}.${part.key}`, part.label) : labels.say(`chart.${part.key}`, part.label));

export const readDashboard = (dashboard: Dashboard, labels: Labels): DashboardIr => ({
  id: idOf("dashboard", dashboard.key), key: dashboard.key,
  label: labels.say(`dashboard.${dashboard.key}`, dashboard.label), description: labels.say(`dashboard.${dashboard.key}.help`, dashboard.help),
  parts: dashboard.parts.map((part) => ({
    key: part.key, label: labelOf(dashboard, part, labels), table: prefixed(part.table.name), relationship: "",
    viewId: viewId(part.table.name, part.view), chartId: part.chart === null ? null : chartId(part.chart),
  })),
});
