import { DefaultButton, Dialog, DialogFooter, DialogType, Dropdown, SearchBox } from "@fluentui/react";
import * as React from "react";
import type { LookupValue } from "../api/values";
import { usePlayer } from "../shell/player";
import { Empty, Loaded } from "../shell/States";
import { useLoad } from "../shell/useLoad";
import { useTableTitle } from "../shell/useTableTitle";
import { useDelayed } from "../views/useDelayed";
import { searchRows } from "./searchrows";

interface Props {
  readonly title: string;
  /** Tables that may be chosen from. */
  readonly targets: readonly string[];
  readonly onChoose: (value: LookupValue) => void;
  readonly onDismiss: () => void;
}

const TableChoice: React.FC<{ readonly targets: readonly string[]; readonly table: string; readonly onChange: (table: string) => void }> = ({ targets, table, onChange }) => {
  const { texts } = usePlayer();
  const title = useTableTitle(table);
  if (targets.length < 2) return null;
  return <Dropdown label={texts.lookupTable} selectedKey={table} options={targets.map((each) => ({ key: each, text: each === table ? title || each : each }))} onChange={(_, option) => { onChange(String(option?.key ?? table)); }} />;
};

/** Searches rows by their primary name and lets the user choose one. */
export const LookupDialog: React.FC<Props> = ({ title, targets, onChoose, onDismiss }) => {
  const player = usePlayer();
  const { texts } = player;
  const [table, setTable] = React.useState(targets[0] ?? "");
  const [words, setWords] = React.useState("");
  const settled = useDelayed(words.trim(), 250);
  const [load, retry] = useLoad(() => searchRows(player, table, settled), [player, table, settled]);
  return (
    <Dialog hidden={false} onDismiss={onDismiss} minWidth="min(480px, 92vw)" dialogContentProps={{ type: DialogType.normal, title, closeButtonAriaLabel: texts.close }}>
      <TableChoice targets={targets} table={table} onChange={setTable} />
      <SearchBox autoFocus placeholder={texts.lookupSearch} ariaLabel={texts.lookupSearch} value={words} onChange={(_, text) => { setWords(text ?? ""); }} />
      <Loaded load={load} retry={retry}>{(found) => (found.length === 0 ? <Empty>{texts.lookupNone}</Empty> : (
        <ul className="mda-results">{found.map((row) => <li key={row.id}><button type="button" onClick={() => { onChoose(row); }}>{row.name}</button></li>)}</ul>
      ))}</Loaded>
      <DialogFooter><DefaultButton text={texts.cancel} onClick={onDismiss} /></DialogFooter>
    </Dialog>
  );
};
