import { stop } from "#domain/messages/fault";
import { chargeStatus } from "#solution/generated/names";
import { set } from "../../sdk/effect";
import { defineStep } from "../../sdk/rule";

const table = "duly_charge";

/** A charge is waived with a reason, and the instant is noted. Source: rules.md L-18. What a person says of it stays when the item is open again. */
const waived = (message: "Create" | "Update") => defineStep(
  { id: `charge.waive.${message.toLowerCase()}`, message, table, stage: "PreOperation", ...(message === "Update" ? { filteringAttributes: ["statuscode", "duly_waivereason"], images: { pre: ["statuscode", "duly_waivereason", "duly_waivedon"] } } : {}) },
  function* ({ target, preImage, nowUtc, depth }) {
    if ((target.statuscode ?? preImage.statuscode) !== chargeStatus.waived) return [];
    const reason = target.duly_waivereason === undefined ? preImage.duly_waivereason : target.duly_waivereason;
    if ((reason ?? "").trim() === "") return stop("DULY-CHARGE-008");
    return set(table, { duly_waivedon: target.duly_waivedon ?? preImage.duly_waivedon ?? nowUtc, ...(depth > 1 ? {} : { duly_waivedwithitem: false }) });
  },
);

export const chargeRules = [waived("Create"), waived("Update")];
