import type { Chart } from "./chart";
import type { Table } from "./table";

/** One place of a dashboard: the rows of a view, or a chart over them. */
export interface DashboardPart {
  readonly key: string;
  readonly label: string;
  readonly table: Table;
  /** Key of a view of the table: "active", or one of its own. */
  readonly view: string;
  readonly chart: Chart | null;
}

/** A page of lists and charts, two beside each other. */
export interface Dashboard {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly parts: readonly DashboardPart[];
}

export const list = (key: string, label: string, table: Table, view: string): DashboardPart => ({ key, label, table, view, chart: null });

/** A chart over the rows of a view; it goes by the chart's own name. */
export const drawn = (chart: Chart, view: string): DashboardPart => ({ key: chart.key, label: chart.label, table: chart.table, view, chart });
