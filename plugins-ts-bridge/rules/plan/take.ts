import type { Day } from "#domain/calendar/day";
import { stop } from "#domain/messages/fault";
import { decimalText, moneyText } from "#domain/money/decimal";
import { validatePlan, type AgreedPlan, type Plannable } from "#domain/plans/validate";
import type { PlanRow } from "#solution/generated/names";
import { currencyReference, toMoney, type Currencies } from "../../rows/currencies";
import { create, set, type Effect } from "../../sdk/effect";
import { dayOf, idListOf, todayOf } from "../../sdk/input";
import { type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { touch } from "../debtor/touch";
import { chosenItems, readPlannables } from "./read";

const table = "duly_plan";

interface Taken { readonly agreed: AgreedPlan; readonly items: readonly Plannable[]; readonly takenOn: Day; readonly currencies: Currencies }

/** The plan that a new row asks for; refused when it may not be agreed. */
function* taken(target: Partial<PlanRow>, today: string): Reading<Taken> {
  const debtorId = target.duly_debtor?.id ?? stop("DULY-PLAN-013");
  const { currencies, items: open, limits } = yield* readPlannables(debtorId, target.duly_plantemplate?.id ?? null);
  const currency = currencies.byId.get(target.transactioncurrencyid?.id ?? "")?.currency.code ?? null;
  const items = chosenItems(idListOf(target.duly_openitems), open, currency);
  const takenOn = dayOf(target.duly_takenon ?? today);
  const amount = target.duly_amount == null ? null : toMoney(target.duly_amount, currencyReference(items[0].open, currencies), { currencies, row: "the plan", column: "duly_amount" });
  const agreed = validatePlan({ amount, items, limits, takenOn, count: target.duly_count ?? 0, firstOn: dayOf(target.duly_firston ?? ""), months: target.duly_months ?? null });
  return "code" in agreed ? stop(agreed.code, agreed.parameters) : { agreed, items, takenOn, currencies };
}

/** Checks a plan before it is stored against the limits of its kind, and fills what follows: day agreed, amount, months, items, name. */
const validated = defineStep({ id: "plan.validate", message: "Create", table, stage: "PreOperation" }, function* ({ target, today }) {
  const { agreed, items, takenOn, currencies } = yield* taken(target, today);
  return set(table, {
    duly_takenon: takenOn, duly_amount: decimalText(agreed.amount), duly_months: agreed.months, duly_openitems: items.map((item) => item.id).join(","),
    duly_name: target.duly_name ?? `${moneyText(agreed.amount)} – ${agreed.instalments.length}`, transactioncurrencyid: currencyReference(agreed.amount, currencies),
  });
});

function rowsOf(planId: string, { agreed, items, currencies }: Taken): readonly Effect[] {
  const currency = currencyReference(agreed.amount, currencies);
  const plan = reference(table, planId);
  return [
    ...agreed.instalments.map(({ dueOn, amount }, index) => create("duly_planinstalment", {
      duly_name: `${index + 1} – ${dueOn}`, duly_plan: plan, duly_sequence: index + 1, duly_dueon: dueOn, duly_amount: decimalText(amount), transactioncurrencyid: currency,
    })),
    ...items.map((item) => create("duly_planitem", {
      duly_name: item.name.slice(0, 150), duly_plan: plan, duly_openitem: reference("duly_openitem", item.id), duly_openamount: decimalText(item.open), transactioncurrencyid: currency,
    })),
  ];
}

/** Stores the instalments of a plan and the items that it covers, and has its debtor looked at. */
const linked = defineStep({ id: "plan.link", message: "Create", table, stage: "PostOperation" }, function* (context) {
  const plan = yield* taken(context.target, context.today);
  return [...rowsOf(context.primaryId, plan), ...(yield* touch([context.target.duly_debtor], { today: todayOf(context), from: plan.takenOn }))];
});

export const planTakingRules = [validated, linked];
