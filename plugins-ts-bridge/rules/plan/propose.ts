import { stop } from "#domain/messages/fault";
import { decimalText } from "#domain/money/decimal";
import { addMonths } from "#domain/calendar/months";
import { validatePlan } from "#domain/plans/validate";
import { outputs } from "../../sdk/effect";
import { dayOf, idInput, numberInput, textInput, todayOf } from "../../sdk/input";
import { defineApi } from "../../sdk/rule";
import { chosenItems, readPlannables } from "./read";

export const proposePlanApi = defineApi({
  id: "duly_ProposePlan", label: "Propose a repayment plan",
  help: "Splits what a debtor owes into instalments within a plan template's limits. Writes nothing.",
  request: {
    DebtorId: { type: "Guid", help: "The debtor." },
    Instalments: { type: "Integer", help: "How many." },
    PlanTemplateId: { type: "Guid", help: "Kind of plan, whose limits are kept.", optional: true },
    FirstOn: { type: "String", help: "Day of the first instalment, YYYY-MM-DD; a month from today when absent.", optional: true },
    Currency: { type: "String", help: "ISO code; needed when items are open in several.", optional: true },
  },
  response: {
    Amount: { type: "String", help: "Sum of the instalments." },
    Plan: { type: "String", help: "JSON: currency, months, items, and each instalment's day and amount." },
  },
}, function* (context) {
  const takenOn = todayOf(context);
  const { items: open, limits } = yield* readPlannables(idInput(context, "DebtorId"), textInput(context, "PlanTemplateId")?.toLowerCase() ?? null);
  const items = chosenItems([], open, textInput(context, "Currency"));
  const firstOn = dayOf(textInput(context, "FirstOn") ?? addMonths(takenOn, 1));
  const agreed = validatePlan({ amount: null, items, limits, takenOn, count: numberInput(context, "Instalments") ?? 0, firstOn, months: null });
  if ("code" in agreed) return stop(agreed.code, agreed.parameters);
  return outputs({
    Amount: decimalText(agreed.amount),
    Plan: JSON.stringify({
      currency: agreed.amount.currency.code, months: agreed.months, items: items.map((item) => item.id),
      instalments: agreed.instalments.map(({ dueOn, amount }) => ({ dueOn, amount: decimalText(amount) })),
    }),
  });
});
