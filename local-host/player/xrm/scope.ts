import type { FormActions } from "../forms/host";
import type { FormModel } from "../forms/form.types";
import type { FormSession } from "../forms/session";
import type { Player } from "../shell/player";

export type ContextHandler = (context: object) => unknown;

/** What the parts of a form context share. */
export interface FormScope {
  readonly session: FormSession;
  readonly model: FormModel;
  readonly player: Player;
  readonly actions: () => FormActions;
  /** Ids of the controls that show a column. */
  readonly controlsOf: (column: string) => readonly string[];
  /** Calls a handler with an execution context; what it throws becomes a notice on the form. */
  readonly run: (handler: ContextHandler, source: object, args?: object) => void;
}
