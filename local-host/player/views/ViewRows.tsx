import { DefaultButton, ProgressIndicator } from "@fluentui/react";
import * as React from "react";
import type { TableMetadata } from "../api/metadata.types";
import { usePlayer } from "../shell/player";
import { Empty, Failure, Loaded, Loading } from "../shell/States";
import { fill } from "../shell/texts";
import { useLoad } from "../shell/useLoad";
import { type GridColumn, gridColumns, type ViewQuery } from "./columns";
import { type Condition, containing, ownSort, type Sort } from "./fetch";
import { RowGrid } from "./RowGrid";
import { useRows } from "./useRows";

interface Props {
  readonly label: string;
  readonly table: TableMetadata;
  readonly view: ViewQuery;
  readonly conditions?: readonly Condition[];
  /** Words that the primary name must contain. */
  readonly search: string;
  readonly turn: unknown;
}

const searching = (table: TableMetadata, search: string): readonly Condition[] =>
  search && table.primaryName ? [{ column: table.primaryName, operator: "like", value: containing(search) }] : [];

const Body: React.FC<Props & { readonly columns: readonly GridColumn[] }> = ({ label, table, view, conditions, search, turn, columns }) => {
  const { texts } = usePlayer();
  const [sort, setSort] = React.useState<Sort | null>(null);
  const change = { sort, conditions: [...(conditions ?? []), ...searching(table, search)] };
  const { rows, more, busy, problem, loadMore } = useRows({ set: table.setName, fetchXml: view.fetchXml, change, turn });
  if (problem) return <Failure problem={problem} />;
  if (busy && rows.length === 0) return <Loading />;
  if (rows.length === 0) return <Empty>{search ? fill(texts.noMatch, search) : texts.noRows}</Empty>;
  return (
    <>
      {busy ? <ProgressIndicator styles={{ itemProgress: { padding: 0 } }} ariaLabel={texts.loading} /> : null}
      <RowGrid label={label} table={table.name} primaryId={table.primaryId} primaryName={table.primaryName} columns={columns} rows={rows} sort={sort ?? ownSort(view.fetchXml)} onSort={setSort} />
      <div className="mda-list-foot">
        <span role="status">{fill(more ? texts.rowsMore : texts.rows, rows.length)}</span>
        {more ? <DefaultButton text={texts.more} disabled={busy} onClick={loadMore} /> : null}
      </div>
    </>
  );
};

/** The rows of one view of one table, with sorting, search and paging. */
export const ViewRows: React.FC<Props> = (props) => {
  const { metadata } = usePlayer();
  const [columns, retry] = useLoad(() => gridColumns(props.view, props.table, metadata), [props.view.fetchXml, props.view.layoutXml, props.table]);
  return <Loaded load={columns} retry={retry}>{(ready) => <Body {...props} columns={ready} />}</Loaded>;
};
