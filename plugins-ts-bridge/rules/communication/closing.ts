import { stop } from "#domain/messages/fault";
import { channel, communicationStatus } from "#solution/generated/names";
import { defineStep } from "../../sdk/rule";

const table = "duly_communication";
const images = ["duly_name", "duly_channel", "duly_outcome", "duly_acceptedon", "duly_deliveredon"];

/** What says that a call was made: a person may choose Sent or what follows on it where only closing was meant. */
const made: readonly (number | null | undefined)[] = [communicationStatus.sent, communicationStatus.delivered, communicationStatus.served, communicationStatus.done];

/** A call was made only with its outcome; certified mail is served only with both receipts, acceptance and delivery. Source: rules.md L-06. */
export const communicationClosing = defineStep(
  { id: "communication.closing", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode"], images: { pre: images } },
  function* ({ target, preImage }) {
    const row = { ...preImage, ...target };
    const communication = row.duly_name ?? "";
    if (made.includes(target.statuscode) && row.duly_channel === channel.phone && row.duly_outcome == null) return stop("DULY-COMMUNICATION-020", { communication });
    const receipts = row.duly_acceptedon != null && row.duly_deliveredon != null;
    return target.statuscode === communicationStatus.served && !receipts ? stop("DULY-COMMUNICATION-021", { communication }) : [];
  },
);
