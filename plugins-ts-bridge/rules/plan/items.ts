import { stop } from "#domain/messages/fault";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";

const table = "duly_planitem";

const openPlan = (planId: string) => from("duly_plan").select("duly_name").where(["duly_planid", "eq", planId], ["statecode", "eq", 0]);

/** A plan that is deleted takes its items with it, at depth 2; at depth 1 it is somebody's own doing, and the item would be reminded although the plan is open. */
export const planItemRemoved = defineStep(
  { id: "planitem.delete", message: "Delete", table, stage: "PreOperation", images: { pre: ["duly_plan", "duly_name"] } },
  function* ({ preImage, depth }) {
    if (depth > 1 || preImage.duly_plan == null) return [];
    const [plan] = yield* read(openPlan(preImage.duly_plan.id));
    return plan === undefined ? [] : stop("DULY-PLAN-017", { plan: plan.duly_name ?? preImage.duly_plan.id, item: preImage.duly_name ?? "–" });
  },
);
