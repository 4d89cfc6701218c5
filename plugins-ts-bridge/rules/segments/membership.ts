import { addDays } from "#domain/calendar/arithmetic";
import type { MoveSegment } from "#domain/dunning/actions";
import { messageText } from "#domain/messages/text";
import { create, remove, update, type Columns, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import type { Sending } from "../run/communication";
import type { MembershipRow } from "./histories";

const columnsOf = ({ segment, because }: MoveSegment, { debtor }: Sending): Columns<"duly_segmentmembership"> => ({
  duly_name: `${debtor.name} – ${segment?.name ?? ""}`.slice(0, 250), duly_segment: segment === null ? null : reference("duly_segment", segment.id),
  duly_reason: (because === "" ? messageText("segment.everybody") : messageText("segment.matched", { values: because })).slice(0, 2000),
});

/** The last day before a change; a membership that began on the day of the change itself never was one. */
function closed(row: MembershipRow, { asOf }: Sending): Effect {
  return (row.duly_startson ?? "") >= asOf ? remove("duly_segmentmembership", row.duly_segmentmembershipid)
    : update("duly_segmentmembership", row.duly_segmentmembershipid, { duly_endson: addDays(asOf, -1) });
}

/** Writes that the debtor belongs to another segment from the day on: the lasting membership ends the day before, the next begins. */
export function membershipEffects(action: MoveSegment, sending: Sending): readonly Effect[] {
  const lasting = sending.histories.memberships.get(sending.debtor.id) ?? [];
  const today = lasting.find((row) => row.duly_startson === sending.asOf);
  if (action.segment === null) return lasting.map((row) => closed(row, sending));
  const before = lasting.filter((row) => row !== today).map((row) => closed(row, sending));
  const columns = columnsOf(action, sending);
  if (today !== undefined) return [...before, update("duly_segmentmembership", today.duly_segmentmembershipid, columns)];
  return [...before, create("duly_segmentmembership", { ...columns, duly_debtor: reference("duly_debtor", sending.debtor.id), duly_startson: sending.asOf })];
}
