import { tables } from "#solution/generated/names";

/** At most one form is open in a window, and the platform tells no script that a form is gone: the next one ends the listening of the one before. */
let channel: BroadcastChannel | null = null;

const isGrid = (control: Xrm.Controls.Control): control is Xrm.Controls.GridControl => control.getControlType() === "subgrid";

/** Calls `changed` whenever a control, here or in another tab, told that it wrote rows of the debtor. */
export function onChangeOf(debtorId: string, changed: () => void): void {
  channel?.close();
  channel = new BroadcastChannel(tables.debtor.logicalName);
  channel.onmessage = ({ data }) => { if (data === debtorId) changed(); };
}

/** Reads the lists of a form and, unless the user has unsaved values in it, its row again. */
export async function readAgain(form: Xrm.FormContext): Promise<void> {
  for (const control of form.ui.controls.get()) if (isGrid(control)) control.refresh();
  if (!form.data.getIsDirty()) await form.data.refresh(false);
}
