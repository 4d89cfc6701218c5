import { english } from "../messages/english";
import { messageText, type Catalogue } from "../messages/text";
import type { Parameters } from "../messages/fault";

/** Why a decision did or did not remind about an item; the keys of the choice duly_decisionreason. */
export const reasonCodes = [
  "reminded", "notIssued", "notOverdue", "stepNotDue", "paid", "cancelled", "disputed", "held", "promised", "belowMinimum",
  "ladderComplete", "classNotDunnable", "noStrategy", "noAddress", "noDueDate", "noTemplate", "creditNote", "error",
  "inLitigation", "repaymentPlan", "paymentInTransit", "setOff", "paymentTypeNotDunnable", "belowMinimumPercent", "belowTolerance", "attemptsUsedUp",
  "beforeDeadline", "awaitingApproval", "contactDeferred", "contactDenied", "vulnerable", "insolvent", "manualReview", "contactedRecently", "previousNotSent",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

/** A reason with the values that were compared. */
export interface ItemReason {
  readonly itemId: string;
  readonly code: ReasonCode;
  readonly compared: Parameters;
}

/** A reason in words; where a higher step was passed over, that is said too. */
export function reasonText({ code, compared }: ItemReason, catalogue: Catalogue = english): string {
  const text = messageText(`reason.${code}`, compared, catalogue);
  return compared["ahead"] === undefined ? text : `${text} ${messageText("ladder.oneStepAtATime", compared, catalogue)}`;
}
