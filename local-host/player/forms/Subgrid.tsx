import { CommandBarButton } from "@fluentui/react";
import * as React from "react";
import { usePlayer } from "../shell/player";
import { Empty, Loaded } from "../shell/States";
import { useLoad } from "../shell/useLoad";
import { ViewRows } from "../views/ViewRows";
import type { FormControl } from "./form.types";
import { useForm } from "./host";
import { QuickCreate } from "./QuickCreate";
import { readRelated, type Related } from "./related";
import { useSession } from "./useSession";

const Rows: React.FC<{ readonly related: Related; readonly id: string; readonly controlId: string; readonly label: string; readonly showLabel: boolean }> = ({ related, id, controlId, label, showLabel }) => {
  const { texts } = usePlayer();
  const { turn: formTurn, session } = useForm();
  const turn = formTurn + session.gridTurn(controlId);
  const [creating, setCreating] = React.useState(false);
  const [refreshed, setRefreshed] = React.useState(0);
  const title = label || related.table.pluralLabel;
  return (
    <>
      <div className="mda-list-head">
        {showLabel ? <strong>{title}</strong> : null}<span className="mda-grow" />
        <CommandBarButton text={texts.newRow} ariaLabel={`${texts.newRow}: ${title}`} iconProps={{ iconName: "Add" }} styles={{ root: { height: 28 } }} onClick={() => { setCreating(true); }} />
        <CommandBarButton text={texts.refresh} ariaLabel={`${texts.refresh}: ${title}`} iconProps={{ iconName: "Refresh" }} styles={{ root: { height: 28 } }} onClick={() => { setRefreshed(refreshed + 1); }} />
      </div>
      <ViewRows label={title} table={related.table} view={related.view} search="" turn={turn + refreshed} conditions={related.column ? [{ column: related.column, operator: "eq", value: id }] : []} />
      {creating ? <QuickCreate table={related.table} column={related.column} onClose={(created) => { setCreating(false); if (created) setRefreshed(refreshed + 1); }} /> : null}
    </>
  );
};

/** Related rows in a view, on a form. */
export const Subgrid: React.FC<{ readonly control: FormControl; readonly label: string; readonly showLabel: boolean }> = ({ control, label, showLabel }) => {
  const player = usePlayer();
  const { session } = useForm();
  useSession(session);
  const [load, retry] = useLoad(() => readRelated(player, session.table.name, control.parameters), [player, session.table.name, control]);
  const { id } = session;
  return (
    <div className="mda-card mda-subgrid">
      {id === null ? <Empty>{player.texts.saveFirst}</Empty> : <Loaded load={load} retry={retry}>{(related) => <Rows related={related} id={id} controlId={control.id} label={label} showLabel={showLabel} />}</Loaded>}
    </div>
  );
};
