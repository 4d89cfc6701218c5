import { offsetbase } from "#solution/generated/names";
import type { Records } from "../data/records";
import { openRecords } from "../data/records";
import type { Labels } from "../labels/labels";
import { userLabels } from "../labels/labels";
import { failureText, notify, plainId } from "./form";
import type { ShownStep } from "./ladder";
import { misplaced } from "./ladder";

const offsetNotice = "duly-offset";
const ladderNotice = "duly-ladder";

const numberOf = (form: Xrm.FormContext, column: string): number | null => form.getAttribute<Xrm.Attributes.NumberAttribute>(column)?.getValue() ?? null;

const strategyOf = (form: Xrm.FormContext): string => plainId(form.getAttribute<Xrm.Attributes.LookupAttribute>("duly_strategy")?.getValue()?.[0]?.id);

const isFromPrevious = (form: Xrm.FormContext): boolean => numberOf(form, "duly_offsetbase") === offsetbase.previousStep;

function shownStep(form: Xrm.FormContext): ShownStep | null {
  const [sequence, offsetDays] = [numberOf(form, "duly_sequence"), numberOf(form, "duly_offsetdays")];
  return sequence === null || offsetDays === null ? null : { id: plainId(form.data.entity.getId()), sequence, offsetDays, fromPrevious: isFromPrevious(form) };
}

function showOffset(form: Xrm.FormContext, labels: Labels): void {
  const days = numberOf(form, "duly_offsetdays");
  notify(form, offsetNotice, days === null ? null : { level: "INFO", text: isFromPrevious(form) ? labels.offsetFromPrevious(days) : labels.offset(days) });
}

/** Compares the step with its neighbours; an answer that an entry has overtaken is ignored. */
function checkLadder(form: Xrm.FormContext, records: Records, labels: Labels): () => Promise<void> {
  let latest = 0;
  return async () => {
    const turn = ++latest;
    const [shown, strategyId] = [shownStep(form), strategyOf(form)];
    notify(form, ladderNotice, null);
    if (shown === null || strategyId === "") return;
    try {
      const other = misplaced(shown, await records.stepsOf(strategyId));
      if (turn === latest && other !== null) notify(form, ladderNotice, { level: "WARNING", text: labels.ladder(other) });
    } catch (error) {
      if (turn === latest) notify(form, ladderNotice, { level: "ERROR", text: failureText(labels.ladderUnknown, error) });
    }
  };
}

/** Handler of OnLoad: says in words when the step acts, and warns of steps in the wrong order, now and after every change. */
export async function onLoad(event: Xrm.Events.EventContext): Promise<void> {
  const form = event.getFormContext();
  const labels = userLabels();
  const check = checkLadder(form, openRecords(Xrm.WebApi), labels);
  const changed = (): Promise<void> => {
    showOffset(form, labels);
    return check();
  };
  for (const column of ["duly_offsetdays", "duly_offsetbase", "duly_sequence", "duly_strategy"]) form.getAttribute(column)?.addOnChange(() => void changed());
  await changed();
}
