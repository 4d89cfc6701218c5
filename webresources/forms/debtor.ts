import { openRecords } from "../data/records";
import { userLabels } from "../labels/labels";
import { onChangeOf, readAgain } from "./changes";
import { explanationText, readExplanation } from "./explanation";
import { failureText, isCreate, notify, plainId, type Notice } from "./form";

const nextActionNotice = "duly-next-action";
const refreshNotice = "duly-read-again";

/** A failure for the notice; null where the platform names a right to read that the user has not: a sales reader sees no policy, and nothing went wrong. */
function failed(error: unknown): Notice | null {
  const text = failureText(userLabels().explanationUnknown, error);
  return /\bprvRead\w+/.test(text) ? null : { level: "ERROR", text };
}

async function explained(debtorId: string): Promise<Notice | null> {
  try {
    return { level: "INFO", text: explanationText(readExplanation(await openRecords(Xrm.WebApi).explain(debtorId)), userLabels()) };
  } catch (error) {
    return failed(error);
  }
}

const explain = async (form: Xrm.FormContext, debtorId: string): Promise<void> => { notify(form, nextActionNotice, await explained(debtorId)); };

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
