import { stop } from "#domain/messages/fault";
import { communicationStatus } from "#solution/generated/names";
import { unsentStatuses } from "../../rows/messagestate";
import { update } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { phonecallStates } from "./phonecall";

const callsOf = (phonecallId: string) => from("duly_communication").select("duly_communicationid", "duly_name", "duly_outcome")
  .where(["duly_phonecall", "eq", phonecallId], ["statuscode", "in", unsentStatuses]);

/**
 * The activity of a call that is still to be made ends with that call: one completed by itself would leave the call open for ever, with no outcome and nothing in the calendar.
 * Where the outcome stands on the call already, completing the activity closes the call. Phone calls about anything but a debtor are nobody's business here, and nothing is read for them.
 */
export const phonecallEnded = defineStep(
  { id: "phonecall.ended", message: "Update", table: "phonecall", stage: "PostOperation", filteringAttributes: ["statecode", "statuscode"], images: { pre: ["statecode", "regardingobjectid"] } },
  function* ({ target, preImage, primaryId }) {
    if ((target.statecode ?? 0) === 0 || preImage.statecode !== 0 || preImage.regardingobjectid?.logicalName !== "duly_debtor") return [];
    const [call] = yield* read(callsOf(primaryId));
    if (call === undefined) return [];
    const made = target.statecode === phonecallStates.made.statecode && call.duly_outcome !== null;
    return made ? [update("duly_communication", call.duly_communicationid, { statecode: 1, statuscode: communicationStatus.done })]
      : stop("DULY-COMMUNICATION-026", { communication: call.duly_name ?? primaryId });
  },
);
