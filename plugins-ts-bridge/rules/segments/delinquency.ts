import type { DelinquencyChange } from "#domain/segments/delinquency";
import { compareSeverity } from "#domain/segments/severity";
import { severity } from "#solution/generated/names";
import { severityOf } from "../../rows/codes";
import { create, update, type Effect } from "../../sdk/effect";
import { reference } from "../../sdk/value";
import type { Sending } from "../run/communication";

type Entered = Extract<DelinquencyChange, { readonly change: "entered" }>;

/** A delinquency that was left by mistake, because its payment was cancelled, goes on. */
function entered({ enteredOn, severity: reached }: Entered, { debtor, histories }: Sending): readonly Effect[] {
  const again = histories.delinquencies.get(debtor.id)?.find((row) => row.duly_enteredon === enteredOn);
  if (again !== undefined) return [update("duly_delinquency", again.duly_delinquencyid, { duly_lefton: null, duly_reason: null, duly_severity: severity[reached] })];
  return [create("duly_delinquency", {
    duly_name: `${debtor.name} – ${enteredOn}`.slice(0, 250), duly_debtor: reference("duly_debtor", debtor.id), duly_enteredon: enteredOn, duly_severity: severity[reached],
  })];
}

function assigned({ debtor, histories }: Sending): readonly Effect[] {
  const collector = histories.collectors.get(debtor.id);
  if (collector === undefined) return [];
  return [update("duly_debtor", debtor.id, {
    duly_collector: reference("duly_collector", collector.collectorId), ...(collector.user === null ? {} : { ownerid: reference("systemuser", collector.user.id) }),
  })];
}

/** Writes that a debtor became delinquent (and who looks after it now), more seriously so, or no longer is. */
export function delinquencyEffects(change: DelinquencyChange, sending: Sending): readonly Effect[] {
  const open = sending.histories.delinquencies.get(sending.debtor.id)?.filter((row) => row.duly_lefton === null) ?? [];
  switch (change.change) {
    case "entered": return [...entered(change, sending), ...assigned(sending)];
    case "risen": return open.filter((row) => compareSeverity(severityOf(row.duly_severity), change.severity) < 0)
      .map((row) => update("duly_delinquency", row.duly_delinquencyid, { duly_severity: severity[change.severity] }));
    case "left": return open.map((row) => update("duly_delinquency", row.duly_delinquencyid, { duly_lefton: sending.asOf, duly_reason: change.reason }));
  }
}
