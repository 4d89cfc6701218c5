import { stop } from "#domain/messages/fault";
import { defineStep } from "../../sdk/rule";
import { differs } from "../../sdk/value";

const table = "duly_planinstalment";
const substance = ["duly_plan", "duly_sequence", "duly_dueon", "duly_amount", "transactioncurrencyid"] as const;

const refuse = (instalment: number | null | undefined): never => stop("DULY-PLAN-016", { instalment: instalment ?? "–" });

/** Rules write instalments at depth 2 and more; at depth 1 it is somebody's own doing, and the plan would no longer be what was agreed. */
const added = defineStep({ id: "planinstalment.create", message: "Create", table, stage: "PreOperation" }, function* ({ target, depth }) {
  return depth > 1 ? [] : refuse(target.duly_sequence);
});

/** What an instalment lacks may be entered. */
const changed = defineStep(
  { id: "planinstalment.update", message: "Update", table, stage: "PreOperation", filteringAttributes: substance, images: { pre: substance } },
  function* ({ target, preImage, depth }) {
    const broken = depth === 1 && substance.some((column) => preImage[column] != null && target[column] !== undefined && differs(target[column], preImage[column]));
    return broken ? refuse(preImage.duly_sequence) : [];
  },
);

const removed = defineStep({ id: "planinstalment.delete", message: "Delete", table, stage: "PreOperation", images: { pre: ["duly_sequence"] } }, function* ({ preImage, depth }) {
  return depth > 1 ? [] : refuse(preImage.duly_sequence);
});

export const instalmentRules = [added, changed, removed];
