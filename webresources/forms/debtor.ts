import { openRecords } from "../data/records";
import { userLabels } from "../labels/labels";
import { onChangeOf, readAgain } from "./changes";
import { explanationText, readExplanation } from "./explanation";
import { failureText, isCreate, notify, plainId } from "./form";

const nextActionNotice = "duly-next-action";
const refreshNotice = "duly-read-again";

async function explain(form: Xrm.FormContext, debtorId: string): Promise<void> {
  const labels = userLabels();
  try {
    const explanation = readExplanation(await openRecords(Xrm.WebApi).explain(debtorId));
    notify(form, nextActionNotice, { level: "INFO", text: explanationText(explanation, labels) });
  } catch (error) {
    notify(form, nextActionNotice, { level: "ERROR", text: failureText(labels.explanationUnknown, error) });
  }
}

async function follow(form: Xrm.FormContext, debtorId: string): Promise<void> {
  try {
    await readAgain(form);
    notify(form, refreshNotice, null);
  } catch (error) {
    notify(form, refreshNotice, { level: "ERROR", text: failureText(userLabels().notReadAgain, error) });
  }
  await explain(form, debtorId);
}

/** Handler of OnLoad: says above the form when the debtor is next reminded, or why not, now and after every promise taken on the form. A failure is shown with its code. */
export async function onLoad(event: Xrm.Events.EventContext): Promise<void> {
  const form = event.getFormContext();
  if (isCreate(form)) return;
  const debtorId = plainId(form.data.entity.getId());
  onChangeOf(debtorId, () => void follow(form, debtorId));
  await explain(form, debtorId);
}
