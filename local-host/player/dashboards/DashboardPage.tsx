import * as React from "react";
import { readDashboard } from "../api/components";
import { readForm } from "../forms/formxml";
import { usePlayer } from "../shell/player";
import { Loaded } from "../shell/States";
import { useLoad } from "../shell/useLoad";
import { DashboardPart } from "./DashboardPart";

/** A dashboard: lists and charts side by side. */
export const DashboardPage: React.FC<{ readonly id: string; readonly title: string; readonly turn: unknown }> = ({ id, title, turn }) => {
  const { api } = usePlayer();
  const [load, retry] = useLoad(async () => {
    const { name, xml } = await readDashboard(api, id);
    const sections = readForm(xml).tabs.flatMap((tab) => tab.columns).flatMap((column) => column.sections);
    return { name, columns: Math.max(1, ...sections.map((section) => section.columnCount)), cells: sections.flatMap((section) => section.cells).filter((cell) => cell.control) };
  }, [id]);
  return (
    <Loaded load={load} retry={retry}>{({ name, columns, cells }) => (
      <>
        <h1 className="mda-page-title">{title || name}</h1>
        <div className="mda-cells" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>{cells.map((cell) => <DashboardPart key={cell.id} cell={cell} turn={turn} />)}</div>
      </>
    )}</Loaded>
  );
};
