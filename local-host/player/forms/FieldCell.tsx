import { MessageBar, MessageBarType } from "@fluentui/react";
import * as React from "react";
import { Field } from "../fields/Field";
import { PcfField } from "../pcf/PcfField";
import { usePlayer } from "../shell/player";
import { fill } from "../shell/texts";
import { labelIn } from "../xml/labels";
import type { FormCell, FormControl } from "./form.types";
import { useForm } from "./host";
import type { FormSession } from "./session";
import { useSession } from "./useSession";

/** Whether the user may change the column on this form now. */
function isLocked(session: FormSession, control: FormControl): boolean {
  const attribute = control.column ? session.attribute(control.column) : undefined;
  const writable = session.id === null ? attribute?.createable : attribute?.updatable;
  return control.disabled || session.look.control(control.id).disabled || session.readOnly || !writable;
}

const Notes: React.FC<{ readonly notes: ReadonlyMap<string, string> }> = ({ notes }) => (
  <>{[...notes].map(([id, text]) => <span key={id} className="mda-note" role="alert">{text}</span>)}</>
);

interface Props { readonly cell: FormCell; readonly control: FormControl; readonly column: string }

/** A column on a form: its label, its control and its notes. */
export const FieldCell: React.FC<Props> = ({ cell, control, column }) => {
  const { texts, lcid } = usePlayer();
  const { session } = useForm();
  useSession(session);
  const attribute = session.attribute(column);
  const state = session.look.control(control.id);
  if (!attribute) return <MessageBar messageBarType={MessageBarType.severeWarning}>{fill(texts.fieldMissing, column)}</MessageBar>;
  if (!state.visible) return null;
  const label = state.label ?? (labelIn(cell.labels, lcid) || attribute.label);
  const required = session.level(column) === "required";
  const id = `field-${control.id}`;
  const disabled = isLocked(session, control);
  return (
    <div className="mda-field" data-column={column}>
      {cell.showLabel ? <label className="mda-label" htmlFor={attribute.kind.startsWith("date") ? `${id}-label` : id} title={attribute.description || undefined}>
        {label}{required && !disabled ? <span className="mda-star" aria-hidden="true"> *</span> : null}
      </label> : null}
      {control.custom
        ? <PcfField custom={control.custom} controlId={control.id} column={column} label={label} disabled={disabled} />
        : <Field id={id} attribute={attribute} label={label} value={session.value(column)} required={required} disabled={disabled} onChange={(value) => { session.edit(column, value); }} />}
      <Notes notes={state.notes} />
    </div>
  );
};
