import { remove, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** A message that told nobody anything made no charges: those that it would have told first go again, unless they were paid or waived. */
export function* unheardCharges(communicationId: string): Reading<readonly Effect[]> {
  const charges = yield* read(from("duly_charge").select("duly_chargeid").where(["duly_communication", "eq", communicationId], ["statecode", "eq", 0]));
  return charges.map((charge) => remove("duly_charge", charge.duly_chargeid));
}
