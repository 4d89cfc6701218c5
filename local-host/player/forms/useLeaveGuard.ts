import * as React from "react";
import { usePlayer } from "../shell/player";
import type { FormSession } from "./session";
import { useSession } from "./useSession";

/** Asks before a form with unsaved changes is left. */
export function useLeaveGuard(session: FormSession, active: boolean): void {
  const { router, dialogs, texts } = usePlayer();
  useSession(session);
  const dirty = active && session.touched().length > 0;
  React.useEffect(() => {
    router.guard(dirty ? () => dialogs.ask({ title: texts.leaveTitle, text: texts.leaveText, confirm: texts.leave, cancel: texts.cancel }) : null);
    return () => { router.guard(null); };
  }, [router, dialogs, texts, dirty]);
}
