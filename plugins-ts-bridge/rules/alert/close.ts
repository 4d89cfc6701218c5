import { set } from "../../sdk/effect";
import { defineStep } from "../../sdk/rule";

const table = "duly_alert";

/** An alert that is closed notes the instant; one that is opened again forgets it. */
export const alertClosing = defineStep(
  { id: "alert.close", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statecode"], images: { pre: ["statecode"] } },
  function* ({ target, preImage, nowUtc }) {
    if (target.statecode === undefined || target.statecode === preImage.statecode || target.duly_closedon !== undefined) return [];
    return set(table, { duly_closedon: target.statecode === 1 ? nowUtc : null });
  },
);
