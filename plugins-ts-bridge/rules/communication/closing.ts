import { stop } from "#domain/messages/fault";
import { channel, communicationStatus } from "#solution/generated/names";
import { saysLeft } from "../../rows/messagestate";
import { defineStep } from "../../sdk/rule";

const table = "duly_communication";
const images = ["duly_name", "duly_channel", "duly_outcome", "duly_acceptedon", "duly_deliveredon"];

/** A call was made only with its outcome, whether it is set to Sent, to what follows on it, or closed; certified mail is served only with both receipts, acceptance and delivery. Source: rules.md L-06. */
export const communicationClosing = defineStep(
  { id: "communication.closing", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode"], images: { pre: images } },
  function* ({ target, preImage }) {
    const row = { ...preImage, ...target };
    const communication = row.duly_name ?? "";
    if (saysLeft(target.statuscode) && row.duly_channel === channel.phone && row.duly_outcome == null) return stop("DULY-COMMUNICATION-020", { communication });
    const receipts = row.duly_acceptedon != null && row.duly_deliveredon != null;
    return target.statuscode === communicationStatus.served && !receipts ? stop("DULY-COMMUNICATION-021", { communication }) : [];
  },
);
