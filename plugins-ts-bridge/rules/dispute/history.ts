import type { MessageCode } from "#domain/messages/english";
import { messageText } from "#domain/messages/text";
import { disputeStatus } from "#solution/generated/names";
import { create, type Effect } from "../../sdk/effect";
import { defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";

const table = "duly_dispute";

const texts: ReadonlyMap<number | null | undefined, MessageCode> = new Map([
  [disputeStatus.open, "dispute.open"], [disputeStatus.awaitingApproval, "dispute.awaitingApproval"], [disputeStatus.resolved, "dispute.resolved"], [disputeStatus.rejected, "dispute.rejected"],
]);

function noted(disputeId: string, status: number | null | undefined): readonly Effect[] {
  const text = texts.get(status);
  return text === undefined ? [] : [create("annotation", { subject: messageText(text), objectid: reference(table, disputeId) })];
}

const begun = defineStep({ id: "dispute.history.create", message: "Create", table, stage: "PostOperation", images: { post: ["statuscode"] } }, function* ({ postImage, primaryId }) {
  return noted(primaryId, postImage.statuscode);
});

const changed = defineStep(
  { id: "dispute.history.update", message: "Update", table, stage: "PostOperation", filteringAttributes: ["statuscode"], images: { pre: ["statuscode"], post: ["statuscode"] } },
  function* ({ preImage, postImage, primaryId }) { return preImage.statuscode === postImage.statuscode ? [] : noted(primaryId, postImage.statuscode); },
);

/** Every state that a dispute reaches is a note on it; the platform adds by whom and when. Source: claims.md H-36. */
export const disputeHistoryRules = [begun, changed];
