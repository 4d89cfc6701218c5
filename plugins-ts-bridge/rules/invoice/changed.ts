import { todayOf } from "../../sdk/input";
import { defineStep } from "../../sdk/rule";
import { touch } from "../debtor/touch";

/** A document was posted, cancelled or turned into another kind: its items are decided anew. */
export const invoiceChanged = defineStep(
  {
    id: "invoice.changed", message: "Update", table: "duly_invoice", stage: "PostOperation", images: { post: ["duly_debtor"] },
    filteringAttributes: ["duly_kind", "duly_issuedon", "statecode", "statuscode"],
  },
  function* (context) {
    return yield* touch([context.postImage.duly_debtor ?? context.target.duly_debtor], { today: todayOf(context), from: null });
  },
);
