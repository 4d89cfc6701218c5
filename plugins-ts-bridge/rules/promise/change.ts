import { fault } from "#domain/messages/fault";
import { fail } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { defineStep } from "../../sdk/rule";
import { touch } from "../debtor/touch";

const table = "duly_promise";
const days = ["duly_takenon", "duly_promisedate"] as const;

/** A promise that is moved still ends after it was taken. */
const moved = defineStep(
  { id: "promise.moved", message: "Update", table, stage: "PreOperation", filteringAttributes: days, images: { pre: days } },
  function* ({ target, preImage }) {
    const [takenOn, day] = [target.duly_takenon ?? preImage.duly_takenon, target.duly_promisedate ?? preImage.duly_promisedate];
    if (day == null) return [fail(fault("DULY-PROMISE-008"))];
    return takenOn != null && day < takenOn ? [fail(fault("DULY-PROMISE-005", { day, takenOn }))] : [];
  },
);

/** A promise was changed or cancelled from outside: its debtor is looked at. The run that judges it decides about the debtor itself. */
const changed = defineStep(
  {
    id: "promise.changed", message: "Update", table, stage: "PostOperation", images: { post: ["duly_debtor"] },
    filteringAttributes: [...days, "duly_amount", "statecode", "statuscode"],
  },
  function* (context) {
    if (context.depth > 1) return [];
    return yield* touch([context.postImage.duly_debtor ?? context.target.duly_debtor], { today: todayOf(context), from: null });
  },
);

const removed = defineStep({ id: "promise.removed", message: "Delete", table, stage: "PreOperation", images: { pre: ["duly_debtor"] } }, function* (context) {
  return yield* touch([context.preImage.duly_debtor], { today: todayOf(context), from: null });
});

export const promiseChangeRules = [moved, changed, removed];
