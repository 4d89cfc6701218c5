import type { ControlState, FormNotice } from "./session.types";

const PLAIN: ControlState = { visible: true, disabled: false, label: null, notes: new Map() };

/** What scripts changed of the form's looks. Parts are named "tab" or "tab.section"; controls by their id. */
export interface Look {
  control(id: string): ControlState;
  changeControl(id: string, change: Partial<ControlState>): void;
  note(id: string, noteId: string, text: string | null): boolean;
  /** Visibility a script gave to a tab or section; undefined = as the form says. */
  partVisible(name: string): boolean | undefined;
  showPart(name: string, visible: boolean): void;
  notices(): readonly FormNotice[];
  /** Adds or replaces a notice by its id. */
  notice(notice: FormNotice): void;
  clearNotice(id: string): boolean;
  /** Ids of controls that carry a note. */
  noted(): readonly string[];
}

/** Keeps the looks of one form; `tell` is called after each change. */
export function makeLook(tell: () => void): Look {
  const controls = new Map<string, ControlState>();
  const parts = new Map<string, boolean>();
  const notices = new Map<string, FormNotice>();
  const control = (id: string): ControlState => controls.get(id) ?? PLAIN;
  const change = (id: string, changed: Partial<ControlState>): void => { controls.set(id, { ...control(id), ...changed }); tell(); };
  return {
    control,
    changeControl: change,
    note: (id, noteId, text) => {
      const notes = new Map(control(id).notes);
      const had = notes.delete(noteId);
      if (text !== null) notes.set(noteId, text);
      change(id, { notes });
      return had || text !== null;
    },
    partVisible: (name) => parts.get(name),
    showPart: (name, visible) => { parts.set(name, visible); tell(); },
    notices: () => [...notices.values()],
    notice: (notice) => { notices.set(notice.id, notice); tell(); },
    clearNotice: (id) => { const had = notices.delete(id); tell(); return had; },
    noted: () => [...controls].filter(([, state]) => state.notes.size > 0).map(([id]) => id),
  };
}
