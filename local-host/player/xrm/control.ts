import type { FormScope } from "./scope";
import { refusing } from "./refuse";

/** The script's view of a control; `column` is null for one that shows no column. */
export function makeControl(id: string, column: string | null, { session }: FormScope): object {
  const { look } = session;
  return refusing({
    getName: () => id,
    getVisible: () => look.control(id).visible,
    setVisible: (visible: boolean) => { look.changeControl(id, { visible }); },
    getDisabled: () => look.control(id).disabled,
    setDisabled: (disabled: boolean) => { look.changeControl(id, { disabled }); },
    getLabel: () => look.control(id).label ?? (column ? session.attribute(column)?.label : null) ?? id,
    setLabel: (label: string) => { look.changeControl(id, { label }); },
    setNotification: (text: string, noteId = "") => look.note(id, noteId, text),
    clearNotification: (noteId = "") => look.note(id, noteId, null),
    setFocus: () => { document.getElementById(`field-${id}`)?.focus(); },
  }, `formContext.getControl("${id}")`);
}
