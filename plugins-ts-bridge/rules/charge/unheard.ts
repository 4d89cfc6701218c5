import { remove, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/**
 * A message that told nobody anything made no charges: those that it would have told first go again, unless they were paid or a person waived them.
 * Those that were waived because their item was paid go as well: they would be asked for when that payment is taken back.
 */
export function* unheardCharges(communicationId: string): Reading<readonly Effect[]> {
  const charges = yield* read(from("duly_charge").select("duly_chargeid").where(["duly_communication", "eq", communicationId], { any: [["statecode", "eq", 0], ["duly_waivedwithitem", "eq", true]] }));
  return charges.map((charge) => remove("duly_charge", charge.duly_chargeid));
}
