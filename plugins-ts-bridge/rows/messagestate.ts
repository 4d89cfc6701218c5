import { communicationStatus as status } from "#solution/generated/names";

type Status = number | null | undefined;

/** States of a message that told nobody anything yet: it waits for a second person, for its hour, or to be sent. */
export const unsentStatuses: readonly number[] = [status.awaitingApproval, status.planned, status.ready];

const unsent: ReadonlySet<Status> = new Set(unsentStatuses);
const left: ReadonlySet<Status> = new Set([status.sent, status.delivered, status.served, status.done]);

/** Whether a message is in a state in which it told nobody anything yet. */
export const isUnsent = (code: Status): boolean => unsent.has(code);

/** Whether a state says that a message left, or that a call was made. */
export const saysLeft = (code: Status): boolean => left.has(code);
