import * as React from "react";
import type { FormModel } from "./form.types";
import type { FormSession } from "./session";

/** What may be done with an open form. */
export interface FormActions {
  /** False when the save was prevented or refused. */
  readonly save: () => Promise<boolean>;
  /** Reads the row again; unsaved values stay. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

/** The open form that its cells belong to. */
export interface OpenForm {
  readonly session: FormSession;
  readonly model: FormModel;
  readonly actions: FormActions;
  /** Grows when related rows should be read again. */
  readonly turn: number;
}

const Context = React.createContext<OpenForm | null>(null);

export const OpenFormProvider = Context.Provider;

/** The form around the component. */
export function useForm(): OpenForm {
  const form = React.useContext(Context);
  if (!form) throw new Error("PLAYER-CONTEXT: a form part stands outside an open form.");
  return form;
}
