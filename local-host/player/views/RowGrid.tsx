import { DetailsList, DetailsListLayoutMode, type IColumn, type IDetailsRowProps, ConstrainMode, SelectionMode } from "@fluentui/react";
import * as React from "react";
import type { JsonObject } from "../api/json";
import { Restricted } from "../fields/Restricted";
import { Link } from "../shell/Link";
import { type Player, usePlayer } from "../shell/player";
import { cellLookup, cellText, isNumeric } from "./cell";
import type { GridColumn } from "./columns";
import type { Sort } from "./fetch";

interface Props {
  readonly label: string;
  readonly table: string;
  readonly primaryId: string;
  readonly primaryName: string | null;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly JsonObject[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
}

const Cell: React.FC<{ readonly row: JsonObject; readonly column: GridColumn; readonly opens: { readonly table: string; readonly id: string } | null }> = ({ row, column, opens }) => {
  const { locale } = usePlayer();
  const text = cellText(row, column, locale);
  const lookup = cellLookup(row, column);
  if (opens) return <Link to={{ page: "row", ...opens, parent: null }} className="mda-cell-link">{text || "…"}</Link>;
  if (column.attribute?.readable === false) return <Restricted label={column.label} />;
  if (lookup) return <Link to={{ page: "row", table: lookup.entityType, id: lookup.id, parent: null }} className="mda-cell-link">{text}</Link>;
  return <span className={isNumeric(column) ? "mda-number" : undefined} title={text}>{text}</span>;
};

/** The column whose text opens the row: the primary name, in a view without it the first. */
const opener = ({ columns, primaryName }: Props): GridColumn | undefined => columns.find((column) => column.name === primaryName) ?? columns[0];

/** Pixels that a header needs beside its sort mark to stand in two lines with no word cut. */
const headerWidth = (label: string): number => Math.ceil(32 + 7.5 * Math.max(label.length / 2 + 3, ...label.split(/\s+/).map((word) => word.length)));

function toColumn(props: Props, player: Player, column: GridColumn): IColumn {
  const { sort, table, primaryId, onSort } = props;
  const width = Math.max(column.width, headerWidth(column.label));
  const sorted = sort?.column === column.name;
  return {
    key: column.name, name: column.label, minWidth: Math.min(80, width), maxWidth: width, isResizable: true, headerClassName: "mda-column-head",
    isSorted: sorted, isSortedDescending: sorted && sort.descending,
    sortAscendingAriaLabel: player.texts.sortedUp, sortDescendingAriaLabel: player.texts.sortedDown,
    onRenderHeader: (header, draw) => <span className="mda-column-name" title={column.label}>{draw?.(header) ?? null}</span>,
    onColumnClick: () => { onSort({ column: column.name, descending: sorted && !sort.descending }); },
    onRender: (row: JsonObject) => <Cell row={row} column={column} opens={column === opener(props) ? { table, id: String(row[primaryId]) } : null} />,
  };
}

const isInteractive = (target: EventTarget): boolean => target instanceof Element && target.closest("a, button") !== null;

/** Rows of a view; the primary name, a double click or Enter opens one, a click on a header sorts. */
export const RowGrid: React.FC<Props> = (props) => {
  const player = usePlayer();
  const open = (row: JsonObject): void => { player.router.go({ page: "row", table: props.table, id: String(row[props.primaryId]), parent: null }); };
  const renderRow = (row?: IDetailsRowProps, draw?: (row?: IDetailsRowProps) => JSX.Element | null): JSX.Element => (
    <div role="presentation" className="mda-row" onDoubleClick={(event) => { if (row && !isInteractive(event.target)) open(row.item as JsonObject); }}
      onKeyDown={(event) => { if (row && event.key === "Enter" && !isInteractive(event.target)) open(row.item as JsonObject); }}>{draw?.(row) ?? null}</div>
  );
  return (
    <div className="mda-grid" data-is-scrollable="true">
      <DetailsList items={[...props.rows]} columns={props.columns.map((column) => toColumn(props, player, column))}
        getKey={(row: JsonObject) => String(row[props.primaryId])} setKey={props.table} selectionMode={SelectionMode.none} layoutMode={DetailsListLayoutMode.fixedColumns}
        constrainMode={ConstrainMode.unconstrained} ariaLabelForGrid={props.label} onRenderRow={renderRow} compact />
    </div>
  );
};
