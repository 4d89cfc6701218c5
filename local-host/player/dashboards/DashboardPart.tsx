import * as React from "react";
import { readChartData, readViews } from "../api/components";
import type { FormCell } from "../forms/form.types";
import { usePlayer } from "../shell/player";
import { Loaded } from "../shell/States";
import { useLoad } from "../shell/useLoad";
import { ViewRows } from "../views/ViewRows";
import { guid } from "../xml/element";
import { labelIn } from "../xml/labels";
import { barsOf, chartQuery } from "./chart";
import { ChartBars } from "./ChartBars";

interface Props { readonly cell: FormCell; readonly turn: unknown }

/** One place of a dashboard: the rows of a view, or a chart over them. */
export const DashboardPart: React.FC<Props> = ({ cell, turn }) => {
  const { api, metadata, lcid } = usePlayer();
  const parameter = (name: string): string => cell.control?.parameters.get(name) ?? "";
  const [load, retry] = useLoad(async () => {
    const table = await metadata(parameter("TargetEntityType"));
    const view = (await readViews(api, table.name)).find((each) => each.id === guid(parameter("ViewId")));
    if (!view) throw new Error(`PLAYER-DASHBOARD: the view ${parameter("ViewId")} of ${table.name} does not exist.`);
    if (parameter("ChartGridMode") !== "Chart") return { table, view, bars: null };
    const query = chartQuery(await readChartData(api, guid(parameter("VisualizationId"))), view.fetchXml);
    return { table, view, bars: barsOf((await api.fetchXml(table.setName, query.fetchXml)).rows, query) };
  }, [cell, turn]);
  const label = labelIn(cell.labels, lcid);
  return (
    <section className="mda-card" aria-label={label}>
      <div className="mda-list-head"><h2>{label}</h2></div>
      <Loaded load={load} retry={retry}>{({ table, view, bars }) => (bars ? <ChartBars label={label} bars={bars} /> : <ViewRows label={label} table={table} view={view} search="" turn={turn} />)}</Loaded>
    </section>
  );
};
