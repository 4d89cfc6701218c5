import { ProgressIndicator } from "@fluentui/react";
import * as React from "react";
import { usePlayer } from "../shell/player";
import { fill } from "../shell/texts";
import { useFormScripts } from "../xrm/useFormScripts";
import { CellView } from "./CellView";
import { Commands } from "./Commands";
import type { FormModel } from "./form.types";
import { type OpenForm, OpenFormProvider, useForm } from "./host";
import { Notices } from "./Notices";
import type { FormSession } from "./session";
import { Tabs } from "./Tabs";
import { useFormActions } from "./useFormActions";
import { useLeaveGuard } from "./useLeaveGuard";
import { useSession } from "./useSession";

interface Props {
  readonly session: FormSession;
  readonly model: FormModel;
  /** Grows when the data were changed outside of the form. */
  readonly turn: number;
  readonly kind: "page" | "panel";
  readonly onClose: () => void;
  /** Told the id of a row that was new. */
  readonly onCreated?: (id: string) => void;
}

const Title: React.FC = () => {
  const { texts } = usePlayer();
  const { session } = useForm();
  useSession(session);
  const { table } = session;
  const name = table.primaryName ? session.value(table.primaryName) : null;
  return (
    <div className="mda-form-title">
      <h1>{String(name ?? (session.id === null ? fill(texts.newTitle, table.label) : table.label))}</h1>
      <span>{table.label}{session.touched().length > 0 ? ` · ${texts.unsaved}` : ""}</span>
    </div>
  );
};

const isSaveKey = (event: React.KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";

/** An open form: commands, notices, header and tabs. */
export const RowForm: React.FC<Props> = ({ session, model, turn, kind, onClose, onCreated }) => {
  const { texts } = usePlayer();
  const { actions, busy, turn: saved } = useFormActions(session, model, { onClose, onCreated: (id) => { onCreated?.(id); } });
  const form: OpenForm = { session, model, actions, turn: turn + saved };
  useFormScripts(form);
  useLeaveGuard(session, kind === "page");
  React.useEffect(() => { if (turn > 0) void actions.refresh(); }, [turn]);
  const keys = (event: React.KeyboardEvent): void => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void actions.save();
  };
  return (
    <OpenFormProvider value={form}>
      <div className="mda-form" onKeyDown={keys}>
        <div className={kind === "page" ? "mda-card mda-form-head" : undefined}>
          <Commands busy={busy} kind={kind} />
          {busy ? <ProgressIndicator ariaLabel={texts.loading} styles={{ itemProgress: { padding: 0 } }} /> : null}
          {kind === "page" ? <Title /> : null}
          {model.header.length > 0 && kind === "page" ? <div className="mda-form-fields">{model.header.map((cell) => <CellView key={cell.id} cell={cell} columns={1} heading="" />)}</div> : null}
        </div>
        <Notices />
        <Tabs />
      </div>
    </OpenFormProvider>
  );
};
