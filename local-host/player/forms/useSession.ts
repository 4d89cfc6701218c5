import * as React from "react";
import type { FormSession } from "./session";

/** Draws the component again after every change of the session. */
export function useSession(session: FormSession): void {
  const [, redraw] = React.useReducer((turn: number) => turn + 1, 0);
  React.useEffect(() => session.listen(redraw), [session]);
}
