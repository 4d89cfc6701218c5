import type { AttributeMetadata } from "../api/metadata.types";

export type Level = AttributeMetadata["required"];

/** What scripts may change of a control; `label` null = the form's own. */
export interface ControlState {
  readonly visible: boolean;
  readonly disabled: boolean;
  readonly label: string | null;
  /** Notification id -> text shown at the field; such a field stops the save. */
  readonly notes: ReadonlyMap<string, string>;
}

export interface FormNotice { readonly id: string; readonly level: "ERROR" | "WARNING" | "INFO"; readonly text: string; readonly code?: string }

/** A save about to happen; a handler may prevent it. */
export interface SaveEvent { prevented: boolean }
