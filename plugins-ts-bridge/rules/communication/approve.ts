import { stop } from "#domain/messages/fault";
import { communicationStatus } from "#solution/generated/names";
import { set } from "../../sdk/effect";
import { defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";

const table = "duly_communication";
const forward: readonly (number | null | undefined)[] = [communicationStatus.ready, communicationStatus.sent, communicationStatus.delivered, communicationStatus.done];

/** A message that waits for approval leaves by the hand of another person than its planner's, and that person is noted. Source: rules.md L-19, four eyes. */
export const communicationApproved = defineStep(
  { id: "communication.approve", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode"], images: { pre: ["statuscode", "duly_plannedby", "duly_name"] } },
  function* ({ target, preImage, userId }) {
    if (preImage.statuscode !== communicationStatus.awaitingApproval || !forward.includes(target.statuscode)) return [];
    if (preImage.duly_plannedby?.id === userId) return stop("DULY-COMMUNICATION-008", { communication: preImage.duly_name ?? "" });
    return set(table, { duly_approvedby: reference("systemuser", userId) });
  },
);
