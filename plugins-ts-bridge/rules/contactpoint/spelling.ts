import { breaksLine, isWrittenLike } from "#domain/contactpoints/spelling";
import { stop } from "#domain/messages/fault";
import { channelOf } from "../../rows/codes";
import { set } from "../../sdk/effect";
import { defineStep } from "../../sdk/rule";

const table = "duly_contactpoint";
const spelt = ["duly_name", "duly_channel"];

/** An address that is not written like one of its channel is flagged, not refused, so that an import keeps it for a person to mend; only one on several lines is refused. A changed address has not bounced yet. */
const spelling = (message: "Create" | "Update") => defineStep(
  { id: `contactpoint.spelling.${message.toLowerCase()}`, message, table, stage: "PreOperation", ...(message === "Update" ? { filteringAttributes: spelt, images: { pre: spelt } } : {}) },
  function* ({ target, preImage }) {
    const address = target.duly_name ?? preImage.duly_name ?? "";
    const channel = channelOf(target.duly_channel ?? preImage.duly_channel) ?? "email";
    if (breaksLine(address, channel)) stop("DULY-CONTACT-021", { address: address.replace(/[\r\n]+/g, " ⏎ ") });
    const invalid = !isWrittenLike(address, channel);
    const anew = message === "Update" && target.duly_name !== undefined && target.duly_name !== preImage.duly_name && target.duly_bounced === undefined;
    return set(table, { duly_invalid: invalid, ...(anew ? { duly_bounced: false } : {}) });
  },
);

export const spellingRules = [spelling("Create"), spelling("Update")];
