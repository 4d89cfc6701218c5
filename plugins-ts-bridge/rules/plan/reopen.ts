import { stop } from "#domain/messages/fault";
import { planStatus } from "#solution/generated/names";
import { set } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { readTogether } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { coveredQuery } from "./read";

const table = "duly_plan";

const plannedQuery = (planId: string) => from("duly_planitem").select("duly_openitem")
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: ["duly_name", "duly_debtor"] }).where(["duly_plan", "eq", planId]);

/** A plan that a person takes up again is judged anew; refused where one of its items went to another debtor or is in another open plan by now. */
const reopened = defineStep(
  { id: "plan.reopened", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statecode", "statuscode"], images: { pre: ["statecode", "duly_debtor"] } },
  function* ({ target, preImage, primaryId, depth }) {
    const opens = preImage.statecode === 1 && (target.statecode === 0 || target.statuscode === planStatus.open);
    if (!opens || depth > 1) return [];
    const debtorId = preImage.duly_debtor?.id ?? "";
    const [items, covered] = yield* readTogether(plannedQuery(primaryId), coveredQuery(debtorId));
    const moved = items.find((row) => row["item.duly_debtor"]?.id !== debtorId);
    if (moved !== undefined) return stop("DULY-PLAN-015", { item: moved["item.duly_name"] ?? "" });
    const planned = new Set(covered.map((row) => row.duly_openitem?.id));
    const taken = items.find((row) => planned.has(row.duly_openitem?.id));
    return taken === undefined ? set(table, { duly_judgedon: null }) : stop("DULY-PLAN-006", { item: taken["item.duly_name"] ?? "" });
  },
);

export const planReopenRules = [reopened];
