import { stop } from "#domain/messages/fault";
import { openitemStatus } from "#solution/generated/names";
import { set } from "../../sdk/effect";
import { defineStep } from "../../sdk/rule";

const table = "duly_openitem";

/** An item is rescheduled to another due date; the one at issue stays. */
export const rescheduled = defineStep(
  { id: "openitem.rescheduled", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode", "duly_duedate"], images: { pre: ["duly_name", "duly_duedate", "duly_originalduedate", "statuscode"] } },
  function* ({ target, preImage, primaryId }) {
    if ((target.statuscode ?? preImage.statuscode) !== openitemStatus.rescheduled) return [];
    const dueOn = target.duly_duedate === undefined ? preImage.duly_duedate : target.duly_duedate;
    const original = target.duly_originalduedate ?? preImage.duly_originalduedate ?? preImage.duly_duedate ?? null;
    if (dueOn == null || dueOn === original) return stop("DULY-ITEM-005", { item: preImage.duly_name ?? primaryId, day: original ?? "–" });
    return preImage.duly_originalduedate == null && original !== null ? set(table, { duly_originalduedate: original }) : [];
  },
);
