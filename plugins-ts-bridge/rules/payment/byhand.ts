import { stop } from "#domain/messages/fault";
import { defineStep } from "../../sdk/rule";

const table = "duly_allocation";

/** Rules write allocations at depth 2 and more; at depth 1 it is somebody's own doing, and the item's open amount would no longer follow from them. */
function* refuseByHand({ depth }: { readonly depth: number }) {
  return depth > 1 ? [] : stop("DULY-ALLOCATION-001");
}

export const allocationByHandRules = [
  defineStep({ id: "allocation.create", message: "Create", table, stage: "PreOperation" }, refuseByHand),
  defineStep({ id: "allocation.update", message: "Update", table, stage: "PreOperation", filteringAttributes: ["duly_amount", "duly_payment", "duly_openitem"] }, refuseByHand),
  defineStep({ id: "allocation.delete", message: "Delete", table, stage: "PreOperation" }, refuseByHand),
];
