import { stop } from "#domain/messages/fault";
import { remove } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { readTogether } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { touch } from "../debtor/touch";

const table = "duly_plan";
const substance = ["duly_debtor", "duly_openitems", "duly_amount", "duly_count", "duly_firston", "duly_months", "duly_takenon", "transactioncurrencyid"] as const;

const comparable = (value: unknown): string => {
  if (typeof value === "object" && value !== null && "id" in value) return String(value.id).toLowerCase();
  const text = String(value ?? "");
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
};

/** What was agreed stays: another agreement is another plan. */
const kept = defineStep({ id: "plan.kept", message: "Update", table, stage: "PreOperation", filteringAttributes: substance, images: { pre: substance } }, function* ({ target, preImage }) {
  const differs = substance.some((column) => target[column] !== undefined && comparable(target[column]) !== comparable(preImage[column]));
  return differs ? stop("DULY-PLAN-014") : [];
});

/** A plan was cancelled or taken up again by a person: its debtor is looked at. The run that judges it decides about the debtor itself. */
const changed = defineStep(
  { id: "plan.changed", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statecode", "statuscode"], images: { post: ["duly_debtor"] } },
  function* (context) {
    return context.depth > 1 ? [] : yield* touch([context.postImage.duly_debtor ?? context.target.duly_debtor], { today: todayOf(context), from: null });
  },
);

const instalmentsOf = (planId: string) => from("duly_planinstalment").select("duly_planinstalmentid").where(["duly_plan", "eq", planId]);
const itemsOf = (planId: string) => from("duly_planitem").select("duly_planitemid").where(["duly_plan", "eq", planId]);

/** Its instalments and items go before it: by themselves they may not. */
const removed = defineStep({ id: "plan.removed", message: "Delete", table, stage: "PreOperation", images: { pre: ["duly_debtor"] } }, function* (context) {
  const [instalments, items] = yield* readTogether(instalmentsOf(context.primaryId), itemsOf(context.primaryId));
  return [
    ...instalments.map((row) => remove("duly_planinstalment", row.duly_planinstalmentid)), ...items.map((row) => remove("duly_planitem", row.duly_planitemid)),
    ...(yield* touch([context.preImage.duly_debtor], { today: todayOf(context), from: null })),
  ];
});

export const planChangeRules = [kept, changed, removed];
