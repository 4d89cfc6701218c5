import { stop } from "#domain/messages/fault";
import { communicationStatus as status } from "#solution/generated/names";
import { set } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { defineStep } from "../../sdk/rule";
import { differs, reference } from "../../sdk/value";
import { touch } from "../debtor/touch";
import { climbed } from "./climbed";

const table = "duly_communication";

/** States in which a message that waited does not leave: it waits on, or is given up. */
const notLeaving: readonly (number | null | undefined)[] = [undefined, null, status.awaitingApproval, status.suppressed, status.cancelled, status.failed];

/**
 * A message that waits for approval leaves by the hand of another person than its planner's, and that person is noted; also when it only is planned for a later moment.
 * Its items reach their step by that, not before.
 * Who planned it is not changed meanwhile. Source: rules.md L-19, four eyes.
 */
export const communicationApproved = defineStep(
  { id: "communication.approve", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode", "duly_plannedby"], images: { pre: ["statuscode", "duly_plannedby", "duly_name", "duly_debtor", "duly_deadline", "duly_ladderstays"] } },
  function* (context) {
    const { target, preImage, primaryId, userId } = context;
    if (preImage.statuscode !== status.awaitingApproval) return [];
    const communication = preImage.duly_name ?? "";
    if (target.duly_plannedby !== undefined && differs(target.duly_plannedby, preImage.duly_plannedby)) return stop("DULY-COMMUNICATION-025", { communication });
    if (notLeaving.includes(target.statuscode)) return [];
    if (preImage.duly_plannedby?.id === userId) return stop("DULY-COMMUNICATION-008", { communication });
    const today = todayOf(context);
    const reached = preImage.duly_ladderstays === true ? [] : yield* climbed(primaryId, { today, deadline: preImage.duly_deadline ?? null });
    // The ladder rested while the message waited.
    const woken = yield* touch([preImage.duly_debtor], { today, from: null });
    return [...set(table, { duly_approvedby: reference("systemuser", userId) }), ...reached, ...woken];
  },
);
