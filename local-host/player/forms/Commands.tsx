import { CommandBarButton } from "@fluentui/react";
import * as React from "react";
import { describe } from "../api/fault";
import { usePlayer } from "../shell/player";
import { fill } from "../shell/texts";
import { useForm } from "./host";
import { controlsOf } from "./model";
import type { FormModel } from "./form.types";
import type { FormSession } from "./session";
import { useSession } from "./useSession";

interface Command { readonly key: string; readonly icon: string; readonly text: string; readonly run: () => Promise<void> | void; readonly hidden?: boolean; readonly disabled?: boolean }

/** A row whose name a script has locked is kept as it is. The platform decides about commands by rules of the ribbon, which are not played here. */
const isKept = ({ table, look }: FormSession, model: FormModel): boolean => table.primaryName !== null && controlsOf(model, table.primaryName).some((id) => look.control(id).disabled);

function useRemove(): () => Promise<void> {
  const { api, dialogs, router, texts } = usePlayer();
  const { session } = useForm();
  return async () => {
    const name = session.table.primaryName ? session.value(session.table.primaryName) : session.id;
    const agreed = await dialogs.ask({ title: texts.removeTitle, text: fill(texts.removeText, String(name ?? "")), confirm: texts.remove, cancel: texts.cancel });
    if (!agreed || session.id === null) return;
    await api.remove(session.table.setName, session.id, session.etag).then(
      () => { router.guard(null); router.go({ page: "list", table: session.table.name, view: null }); },
      (problem: unknown) => { const { code, message } = describe(problem); session.look.notice({ id: "player.remove", level: "ERROR", text: message, code }); },
    );
  };
}

/** What can be done with the row. */
export const Commands: React.FC<{ readonly busy: boolean; readonly kind: "page" | "panel" }> = ({ busy, kind }) => {
  const { texts } = usePlayer();
  const { session, model, actions } = useForm();
  const remove = useRemove();
  useSession(session);
  const isNew = session.id === null;
  const page = kind === "page";
  const commands: readonly Command[] = [
    { key: "back", icon: "Back", text: texts.back, run: actions.close, hidden: !page },
    { key: "save", icon: "Save", text: texts.save, run: async () => { await actions.save(); }, hidden: !page || session.readOnly },
    { key: "close", icon: "SaveAndClose", text: texts.saveClose, run: async () => { if (await actions.save()) actions.close(); }, hidden: session.readOnly },
    { key: "refresh", icon: "Refresh", text: texts.refresh, run: actions.refresh, hidden: isNew },
    { key: "remove", icon: "Delete", text: texts.remove, run: remove, hidden: isNew || !page, disabled: isKept(session, model) },
  ];
  return (
    <div className="mda-commands" role="toolbar">
      {commands.filter((command) => command.hidden !== true).map((command) => (
        <CommandBarButton key={command.key} text={command.text} iconProps={{ iconName: command.icon }} disabled={busy || command.disabled === true} styles={{ root: { height: 32 } }} onClick={() => { void command.run(); }} />
      ))}
    </div>
  );
};
