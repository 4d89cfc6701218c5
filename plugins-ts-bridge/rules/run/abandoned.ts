import { parseInstant } from "#domain/calendar/instant";
import { fault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { runStatus } from "#solution/generated/names";
import { update, type Effect } from "../../sdk/effect";
import type { RunColumns } from "./read";
import { extendLog } from "./report";

/** Minutes without a page; a call has two of them. */
const abandonedAfter = 60;

const touchedOn = ({ modifiedon, duly_startedon: startedOn }: RunColumns): string => modifiedon ?? startedOn ?? "";

/** Whether a run is open although nobody goes on with it: its flow was stopped in the middle. */
export function isAbandoned(run: RunColumns, nowUtc: string): boolean {
  const [touched, now] = [parseInstant(touchedOn(run)), parseInstant(nowUtc)];
  return run.statecode === 0 && touched !== null && now !== null && now - touched > abandonedAfter;
}

/** Ends an abandoned run. The debtors that it did not reach are due still, and the run of the later day takes them. */
export const endAbandoned = (run: RunColumns, { asOf, nowUtc }: { readonly asOf: string; readonly nowUtc: string }): Effect => update("duly_run", run.duly_runid, {
  statecode: 1, statuscode: runStatus.completedWithErrors, duly_finishedon: nowUtc,
  duly_errorlog: extendLog(run.duly_errorlog ?? "", [faultText(fault("DULY-RUN-015", { since: touchedOn(run), day: asOf }))]),
});
