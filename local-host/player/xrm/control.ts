import { SUBGRID, WEB_RESOURCE } from "../forms/classes";
import type { FormControl } from "../forms/form.types";
import { controlOn } from "../forms/model";
import type { FormScope } from "./scope";
import { refusing } from "./refuse";

/** What the platform calls a control of the form. */
const typeOf = ({ custom, isSubgrid, classId }: FormControl): string => (custom ? `customcontrol:${custom.name}` : isSubgrid || classId === SUBGRID ? "subgrid" : classId === WEB_RESOURCE ? "webresource" : "standard");

/** The script's view of a control; `column` is null for one that shows no column. */
export function makeControl(id: string, column: string | null, scope: FormScope): object {
  const { session } = scope;
  const { look } = session;
  const placed = controlOn(scope.model, id);
  const type = placed ? typeOf(placed) : "standard";
  return refusing({
    getName: () => id,
    getControlType: () => type,
    ...(type === "subgrid" ? { refresh: () => { session.refreshGrid(id); } } : {}),
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
