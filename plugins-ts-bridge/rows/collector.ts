import type { Calendar } from "#domain/calendar/business";
import { parseClock } from "#domain/calendar/instant";
import type { Zone } from "#domain/calendar/zones";
import type { Shift } from "#domain/contactrules/calls";
import { fault, stop, type Fault } from "#domain/messages/fault";
import { from } from "../sdk/query";

export const collectorHoursQuery = (companyId: string) => from("duly_collector").select("duly_collectorid", "duly_name", "duly_user", "duly_capacity", "duly_fromtime", "duly_totime")
  .where(["duly_company", "eq", companyId], ["statecode", "eq", 0]);
export type CollectorColumns = ReturnType<typeof collectorHoursQuery>["row"];

/** A user who makes calls; hours that cannot be read are a fault of who is called by him. */
export interface Caller {
  readonly collectorId: string;
  readonly userId: string;
  /** Calls a day. */
  readonly capacity: number;
  readonly shift: Shift | Fault | null;
}

/** The hours of a collector; null when there is none, or when he has no hours of his own. Stops when they cannot be read. */
export function hoursOf(caller: Caller | undefined): Shift | null {
  const shift = caller?.shift ?? null;
  return shift !== null && "code" in shift ? stop(shift.code, shift.parameters) : shift;
}

function shiftOf({ duly_name: name, duly_fromtime: begin, duly_totime: end }: CollectorColumns, place: { readonly zone: Zone; readonly calendar: Calendar }): Shift | Fault | null {
  if (begin === null && end === null) return null;
  const [start, until] = [begin === null ? 0 : parseClock(begin), end === null ? 1440 : parseClock(end)];
  if (start === null || until === null || until <= start) return fault("DULY-CALL-001", { collector: name ?? "", column: start === null ? "duly_fromtime" : "duly_totime" });
  return { ...place, hours: { weekdays: null, from: start, to: until } };
}

/** The collectors of a company in the order of their ids. */
export const toCallers = (rows: readonly CollectorColumns[], place: { readonly zone: Zone; readonly calendar: Calendar }): readonly Caller[] =>
  [...rows].sort((left, right) => (left.duly_collectorid < right.duly_collectorid ? -1 : 1))
    .flatMap((row) => (row.duly_user === null ? [] : [{ collectorId: row.duly_collectorid, userId: row.duly_user.id, capacity: row.duly_capacity ?? 0, shift: shiftOf(row, place) }]));
