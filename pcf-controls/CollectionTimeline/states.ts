import { communicationStatus, disputeStatus, invoiceStatus, paymentStatus, promiseStatus } from "#solution/generated/names";
import type { Tone } from "../shared/Pill";
import type { Kind } from "./entry";

type State = readonly [key: string, tone: Tone];

/** Status reason of each kind -> text and tone. A reason that an organisation added itself is shown with its own label. */
export const states: Readonly<Record<Kind, Readonly<Record<number, State>>>> = {
  invoice: {
    [invoiceStatus.posted]: ["State_Posted", "plain"], [invoiceStatus.draft]: ["State_Draft", "plain"], [invoiceStatus.cancelled]: ["State_Cancelled", "plain"],
  },
  payment: {
    [paymentStatus.posted]: ["State_Posted", "good"], [paymentStatus.cancelled]: ["State_Cancelled", "plain"],
    [paymentStatus.announced]: ["State_InTransit", "notice"], [paymentStatus.returned]: ["State_Returned", "bad"],
  },
  communication: {
    [communicationStatus.planned]: ["State_Planned", "plain"], [communicationStatus.ready]: ["State_Ready", "notice"],
    [communicationStatus.sent]: ["State_Sent", "good"], [communicationStatus.delivered]: ["State_Delivered", "good"],
    [communicationStatus.failed]: ["State_Failed", "bad"], [communicationStatus.suppressed]: ["State_Suppressed", "plain"],
    [communicationStatus.cancelled]: ["State_Cancelled", "plain"], [communicationStatus.awaitingApproval]: ["State_AwaitingApproval", "notice"],
    [communicationStatus.served]: ["State_Served", "good"], [communicationStatus.done]: ["State_Done", "good"],
  },
  promise: {
    [promiseStatus.open]: ["State_Open", "notice"], [promiseStatus.kept]: ["State_Kept", "good"], [promiseStatus.partlyKept]: ["State_PartlyKept", "notice"],
    [promiseStatus.broken]: ["State_Broken", "bad"], [promiseStatus.cancelled]: ["State_Cancelled", "plain"],
  },
  dispute: {
    [disputeStatus.open]: ["State_Open", "bad"], [disputeStatus.resolved]: ["State_Resolved", "good"], [disputeStatus.rejected]: ["State_Rejected", "plain"],
    [disputeStatus.awaitingApproval]: ["State_AwaitingApproval", "notice"],
  },
};
