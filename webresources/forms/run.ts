import { decisionreason } from "#solution/generated/names";
import type { Labels, Reason } from "../labels/labels";
import { userLabels } from "../labels/labels";
import { failureText, notify } from "./form";

const unreadNotice = "duly-run-totals";

const isReason = (code: string): code is Reason => code in decisionreason;

/** A run's totals in words, the most frequent reason first, one a line. `json`: reason -> number of items; throws when it is something else. */
export function totalsText(json: string, labels: Labels): string {
  const counts = Object.entries(JSON.parse(json) as Readonly<Record<string, unknown>>).sort(([, a], [, b]) => Number(b) - Number(a));
  return counts.map(([code, count]) => {
    if (!isReason(code) || typeof count !== "number") throw new Error(`Unknown total: ${code} = ${String(count)}`);
    return labels.counted(count, code === "reminded" ? labels.reminded : labels.reasons[code]);
  }).join("\n");
}

function show(form: Xrm.FormContext): void {
  const totals = form.getAttribute<Xrm.Attributes.StringAttribute>("duly_totals");
  const json = totals?.getValue() ?? null;
  if (totals === null || json === null || json === "") return;
  try {
    totals.setSubmitMode("never");
    totals.setValue(totalsText(json, userLabels()));
    notify(form, unreadNotice, null);
  } catch (error) {
    notify(form, unreadNotice, { level: "ERROR", text: failureText(userLabels().totalsUnread, error) });
  }
}

/** Handler of OnLoad: the totals, which are stored as JSON for flows and reports, are shown in the user's words and never saved that way. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  form.getControl<Xrm.Controls.StandardControl>("duly_totals")?.setDisabled(true);
  form.data.addOnLoad(() => show(form));
  show(form);
}
