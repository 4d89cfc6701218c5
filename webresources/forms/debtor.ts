import { openRecords } from "../data/records";
import { userLabels } from "../labels/labels";
import { explanationText, readExplanation } from "./explanation";
import { failureText, isCreate, notify, plainId } from "./form";

const nextActionNotice = "duly-next-action";

/** Handler of OnLoad: says above the form when the debtor is next reminded, or why not. A failure is shown with its code. */
export async function onLoad(event: Xrm.Events.EventContext): Promise<void> {
  const form = event.getFormContext();
  if (isCreate(form)) return;
  const labels = userLabels();
  try {
    const explanation = readExplanation(await openRecords(Xrm.WebApi).explain(plainId(form.data.entity.getId())));
    notify(form, nextActionNotice, { level: "INFO", text: explanationText(explanation, labels) });
  } catch (error) {
    notify(form, nextActionNotice, { level: "ERROR", text: failureText(labels.explanationUnknown, error) });
  }
}
