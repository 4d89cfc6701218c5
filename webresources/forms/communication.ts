import { communicationStatus as status } from "#solution/generated/names";
import { userLabels } from "../labels/labels";
import { isCreate, notify } from "./form";

const keptNotice = "duly-message-kept";
const waiting: readonly (number | null)[] = [status.planned, status.ready, status.awaitingApproval];

/** Columns that people still fill in on a message that was dealt with; receipts only once. */
const free: readonly string[] = ["duly_note", "ownerid", "statuscode"];
const receipts: readonly string[] = ["duly_acceptedon", "duly_deliveredon"];

const isFree = (attribute: Xrm.Attributes.Attribute): boolean => free.includes(attribute.getName()) || (receipts.includes(attribute.getName()) && attribute.getValue() === null);

/** Handler of OnLoad: a message that was sent, suppressed or cancelled is shown for reading only; the rules refuse its change as well. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  const stated = form.getAttribute<Xrm.Attributes.OptionSetAttribute>("statuscode")?.getValue() ?? null;
  if (isCreate(form) || stated === null || waiting.includes(stated)) return;
  for (const attribute of form.getAttribute()) {
    if (!isFree(attribute)) attribute.controls.forEach((control) => { form.getControl<Xrm.Controls.StandardControl>(control.getName())?.setDisabled(true); });
  }
  notify(form, keptNotice, { level: "INFO", text: userLabels().messageKept });
}
