import type { Day } from "#domain/calendar/day";
import { instantText, type Instant } from "#domain/calendar/instant";
import { costOf, costText, type CostRate } from "#domain/costs/cost";
import { communicationStatus as status } from "#solution/generated/names";
import { channelOf } from "../../rows/codes";
import { create, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { reference } from "../../sdk/value";
import { told } from "./frozen";

const table = "duly_communication";

/** What a copy does not take over: a person plans it anew, outside the run. */
const own: readonly string[] = ["duly_run", "duly_plannedon", "duly_adhoc", "duly_plannedby", "duly_approvedby", "duly_uniquekey", "duly_resendof"];

/** What a copy takes over from its original, word for word. */
const copied = ([...told, "duly_wantedchannel", "duly_fallback", "duly_segments"] as const).filter((column) => !own.includes(column));

export const originalsQuery = (ids: readonly string[]) => from(table).select("duly_communicationid", "statuscode", "duly_senton", "duly_run", ...copied).where(["duly_communicationid", "in", ids]);
export type OriginalColumns = ReturnType<typeof originalsQuery>["row"];

/** Copies of some messages that were made on a day. */
export const copiesQuery = (originalIds: readonly string[], day: Day) => from(table).select("duly_resendof").where(["duly_resendof", "in", originalIds], ["duly_plannedon", "eq", day]);

/** When, by whom and at which rates messages are copied. */
export interface Copying {
  readonly asOf: Day;
  readonly userId: string;
  readonly costs: readonly CostRate[];
}

function costColumns({ duly_channel: by, duly_segments: segments }: OriginalColumns, { asOf, costs }: Copying) {
  const channel = channelOf(by);
  const cost = channel === null ? null : costOf({ channel, day: asOf, segments: segments ?? 1 }, costs);
  return cost === null ? {} : { duly_cost: costText(cost) };
}

/** A message as a new row with the same content, ready at once or planned for later. It has no lines and no charges: the ladder stays where it is. */
export function copyEffect(original: OriginalColumns, scheduledFor: Instant | null, copying: Copying): Effect {
  const { duly_communicationid: id } = original;
  return create(table, {
    ...Object.fromEntries(copied.flatMap((column) => (original[column] === null ? [] : [[column, original[column]]]))),
    duly_resendof: reference(table, id), duly_uniquekey: `resend|${id}|${copying.asOf}`, duly_plannedon: copying.asOf, duly_adhoc: true, duly_plannedby: reference("systemuser", copying.userId), ...costColumns(original, copying),
    ...(scheduledFor === null ? { statuscode: status.ready } : { statuscode: status.planned, duly_scheduledfor: instantText(scheduledFor) }),
  });
}
