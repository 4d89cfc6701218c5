import { breaksLine, isWrittenLike } from "#domain/contactpoints/spelling";
import { stop } from "#domain/messages/fault";
import { channel as channels } from "#solution/generated/names";
import { channelOf } from "../../rows/codes";
import { set } from "../../sdk/effect";
import { defineStep } from "../../sdk/rule";
import { differs } from "../../sdk/value";
import { hasBounced } from "./bounced";

const table = "duly_contactpoint";
const spelt = ["duly_name", "duly_channel"] as const;
const before = [...spelt, "duly_debtor"] as const;

/** An address that is not written like one of its channel is flagged, not refused, so that an import keeps it for a person to mend; only one on several lines is refused. A new or changed address has bounced when one of the company has: at once, unless who changes it says otherwise. */
const spelling = (message: "Create" | "Update") => defineStep(
  { id: `contactpoint.spelling.${message.toLowerCase()}`, message, table, stage: "PreOperation", ...(message === "Update" ? { filteringAttributes: spelt, images: { pre: before } } : {}) },
  function* ({ target, preImage }) {
    const address = target.duly_name ?? preImage.duly_name ?? "";
    const channel = channelOf(target.duly_channel ?? preImage.duly_channel) ?? "email";
    if (breaksLine(address, channel)) stop("DULY-CONTACT-021", { address: address.replace(/[\r\n]+/g, " ⏎ ") });
    const invalid = !isWrittenLike(address, channel);
    const row = { ...preImage, ...target };
    const anew = message === "Create" || (target.duly_bounced === undefined && spelt.some((column) => target[column] !== undefined && differs(target[column], preImage[column])));
    const bounced = anew && (yield* hasBounced({ address, channel: row.duly_channel ?? channels.email, debtor: row.duly_debtor ?? null }));
    return set(table, { duly_invalid: invalid, ...(bounced || (anew && message === "Update") ? { duly_bounced: bounced } : {}) });
  },
);

export const spellingRules = [spelling("Create"), spelling("Update")];
