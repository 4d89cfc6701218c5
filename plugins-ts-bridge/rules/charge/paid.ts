import { messageText } from "#domain/messages/text";
import { chargeStatus, openitemStatus, paidcharges } from "#solution/generated/names";
import { update, type Effect } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";

const { paid, cancelled, writtenOff } = openitemStatus;

const openCharges = (itemId: string) => from("duly_charge").select("duly_chargeid").where(["duly_openitem", "eq", itemId], ["statecode", "eq", 0]);
const waivedCharges = (itemId: string) => from("duly_charge").select("duly_chargeid").where(["duly_openitem", "eq", itemId], ["statuscode", "eq", chargeStatus.waived], ["duly_waivedwithitem", "eq", true]);
const companyQuery = (id: string) => from("duly_company").select("duly_paidcharges", "duly_postcharges").where(["duly_companyid", "eq", id]);

/** An item, its company, and the day on which the last of it was paid. */
interface Settled { readonly itemId: string; readonly companyId: string; readonly on: string }

function* waive({ itemId, companyId, on }: Settled): Reading<readonly Effect[]> {
  const charges = yield* read(openCharges(itemId));
  if (charges.length === 0) return [];
  const [company] = yield* read(companyQuery(companyId));
  if (company?.duly_paidcharges !== paidcharges.waive) return [];
  const row = { statecode: 1, statuscode: chargeStatus.waived, duly_waivereason: messageText("charge.principalPaid", { day: on }), duly_waivedwithitem: true };
  return charges.map((charge) => update("duly_charge", charge.duly_chargeid, row));
}

/** Asked for again: posted or shown as the company does now. */
function* restore({ itemId, companyId }: Settled): Reading<readonly Effect[]> {
  const charges = yield* read(waivedCharges(itemId));
  if (charges.length === 0) return [];
  const [company] = yield* read(companyQuery(companyId));
  const statuscode = company?.duly_postcharges === true ? chargeStatus.posted : chargeStatus.shown;
  const row = { statecode: 0, statuscode, duly_waivereason: null, duly_waivedon: null, duly_waivedwithitem: false };
  return charges.map((charge) => update("duly_charge", charge.duly_chargeid, row));
}

/**
 * The principal was paid: its open charges are waived, with the reason, where the company says so; otherwise they stay open. Source: cases.md A-10.
 * When that payment is taken back they are asked for again, but for those that a person waived. Source: cases.md A-44.
 */
export const principalPaid = defineStep(
  {
    id: "charge.principalpaid", message: "Update", table: "duly_openitem", stage: "PostOperation", filteringAttributes: ["statuscode"],
    images: { pre: ["statuscode"], post: ["statuscode", "duly_company", "duly_settledon"] },
  },
  function* ({ preImage, postImage, primaryId, today }) {
    const [before, after] = [preImage.statuscode, postImage.statuscode];
    const settled = { itemId: primaryId, companyId: postImage.duly_company?.id ?? "", on: postImage.duly_settledon ?? today };
    if (after === paid && before !== paid) return yield* waive(settled);
    return before === paid && after !== paid && after !== cancelled && after !== writtenOff ? yield* restore(settled) : [];
  },
);
