import { stop } from "#domain/messages/fault";
import { disputeStatus, type DisputeRow } from "#solution/generated/names";

type Sent = Partial<Pick<DisputeRow, "statecode" | "statuscode">>;

/** The update rejects the complaint. */
export const rejects = ({ statuscode }: Sent): boolean => statuscode === disputeStatus.rejected;

/** The update closes the dispute, by its state or by its status alone. */
export const closes = (sent: Sent): boolean => sent.statecode === 1 || sent.statuscode === disputeStatus.resolved || rejects(sent);

/** The update sets the dispute to Open; a state without a status brings that one. */
export const opens = ({ statecode, statuscode }: Sent): boolean => statuscode === disputeStatus.open || (statuscode === undefined && statecode === 0);

/** Whether the dispute is closed once the update is made. */
export const isClosedAfter = (sent: Sent, before: Sent): boolean =>
  closes(sent) || (before.statecode === 1 && !opens(sent) && sent.statuscode !== disputeStatus.awaitingApproval);

/** Only a dispute that is closed has a day of resolution, and never one before it was opened: its item would be reminded though nobody resolved anything. */
export function checkResolution(row: Partial<DisputeRow>, closed: boolean): void {
  const [openedOn, resolvedOn] = [row.duly_openedon ?? null, row.duly_resolvedon ?? null];
  if (resolvedOn === null) return;
  if (!closed) stop("DULY-DISPUTE-008", { dispute: row.duly_name ?? "–" });
  if (openedOn !== null && resolvedOn < openedOn) stop("DULY-AGREEMENT-003", { startsOn: openedOn, endsOn: resolvedOn });
}
