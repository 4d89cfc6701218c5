import * as React from "react";
import { describe } from "../api/fault";
import { usePlayer } from "../shell/player";
import type { FormModel } from "./form.types";
import type { FormActions } from "./host";
import { columnsOn } from "./model";
import { refresh, save } from "./save";
import type { FormSession } from "./session";

/** Saving, refreshing and closing of an open form; `busy` while one of them runs, `turn` grows when related rows may be new. */
export function useFormActions(session: FormSession, model: FormModel, events: { readonly onClose: () => void; readonly onCreated: (id: string) => void }): { readonly actions: FormActions; readonly busy: boolean; readonly turn: number } {
  const player = usePlayer();
  const [busy, setBusy] = React.useState(false);
  const [turn, setTurn] = React.useState(0);
  const during = async <T,>(work: () => Promise<T>): Promise<T> => {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
      setTurn((count) => count + 1);
    }
  };
  const actions: FormActions = {
    save: () => during(async () => {
      const isNew = session.id === null;
      const saved = await save(session, columnsOn(model), player);
      if (saved) player.router.guard(null);
      if (saved && isNew && session.id !== null) events.onCreated(session.id);
      return saved;
    }),
    refresh: () => during(async () => {
      await refresh(session, player).catch((problem: unknown) => {
        const { code, message } = describe(problem);
        session.look.notice({ id: "player.refresh", level: "ERROR", text: message, code });
      });
    }),
    close: events.onClose,
  };
  return { actions, busy, turn };
}
