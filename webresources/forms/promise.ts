import { userLabels } from "../labels/labels";
import { isCreate } from "./form";

const pastNotice = "duly-promise-past";

type DateAttribute = Xrm.Attributes.DateAttribute;

/** Local midnight of today: how date-only columns hold their day. */
function today(): Date {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

function checkDate(form: Xrm.FormContext, text: string): void {
  const day = form.getAttribute<DateAttribute>("duly_promisedate")?.getValue() ?? null;
  const control = form.getControl<Xrm.Controls.StandardControl>("duly_promisedate");
  control?.clearNotification(pastNotice);
  if (day !== null && day < today()) control?.setNotification(text, pastNotice);
}

/** Handler of OnLoad: a new promise is taken today, and its day must not be in the past. Older promises are left as they are. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  const takenOn = form.getAttribute<DateAttribute>("duly_takenon");
  if (isCreate(form) && takenOn?.getValue() === null) takenOn.setValue(today());
  const { promisePast } = userLabels();
  form.getAttribute<DateAttribute>("duly_promisedate")?.addOnChange(() => checkDate(form, promisePast));
  if (isCreate(form)) checkDate(form, promisePast);
}
