import { CommandBarButton, Dropdown, SearchBox } from "@fluentui/react";
import * as React from "react";
import { readViews, type ViewRow } from "../api/components";
import type { TableMetadata } from "../api/metadata.types";
import { usePlayer } from "../shell/player";
import { Empty, Loaded } from "../shell/States";
import { fill } from "../shell/texts";
import { useLoad } from "../shell/useLoad";
import { useDelayed } from "./useDelayed";
import { ViewRows } from "./ViewRows";

const PUBLIC = 0;

interface Props { readonly table: string; readonly view: string | null; /** Grows when the data were changed outside of the page. */ readonly turn: number }

const ViewPicker: React.FC<{ readonly table: string; readonly views: readonly ViewRow[]; readonly current: ViewRow }> = ({ table, views, current }) => {
  const { texts, router } = usePlayer();
  return (
    <Dropdown ariaLabel={texts.view} selectedKey={current.id} options={views.map((view) => ({ key: view.id, text: view.name }))} styles={{ root: { minWidth: 200, maxWidth: 320 } }}
      onChange={(_, option) => { if (option) router.go({ page: "list", table, view: String(option.key) }); }} />
  );
};

const List: React.FC<Props & { readonly metadata: TableMetadata; readonly views: readonly ViewRow[] }> = ({ table, view, turn, metadata, views }) => {
  const { texts, router } = usePlayer();
  const [search, setSearch] = React.useState("");
  const [refreshed, setRefreshed] = React.useState(0);
  const words = useDelayed(search.trim(), 250);
  const current = views.find((each) => each.id === view) ?? views[0];
  const searchedBy = metadata.primaryName ? metadata.attributes.get(metadata.primaryName)?.label : undefined;
  return (
    <section className="mda-card mda-list">
      <div className="mda-list-head">
        <h1>{metadata.pluralLabel}</h1>
        {current ? <ViewPicker table={table} views={views} current={current} /> : null}
        <span className="mda-grow" />
        {searchedBy ? <SearchBox placeholder={fill(texts.search, searchedBy)} ariaLabel={fill(texts.search, searchedBy)} value={search} onChange={(_, text) => { setSearch(text ?? ""); }} /> : null}
        <CommandBarButton text={texts.newRow} iconProps={{ iconName: "Add" }} styles={{ root: { height: 32 } }} onClick={() => { router.go({ page: "row", table, id: null, parent: null }); }} />
        <CommandBarButton text={texts.refresh} iconProps={{ iconName: "Refresh" }} styles={{ root: { height: 32 } }} onClick={() => { setRefreshed(refreshed + 1); }} />
      </div>
      {current ? <ViewRows key={current.id} label={`${metadata.pluralLabel}: ${current.name}`} table={metadata} view={current} search={words} turn={turn + refreshed} /> : <Empty>{texts.noView}</Empty>}
    </section>
  );
};

/** A table's rows, in the view of the address or its preset one. */
export const ListPage: React.FC<Props> = (props) => {
  const player = usePlayer();
  const [load, retry] = useLoad(async () => {
    const [metadata, views] = await Promise.all([player.metadata(props.table), readViews(player.api, props.table)]);
    return { metadata, views: views.filter((view) => view.queryType === PUBLIC) };
  }, [props.table]);
  return <Loaded load={load} retry={retry}>{({ metadata, views }) => <List {...props} metadata={metadata} views={views} />}</Loaded>;
};
