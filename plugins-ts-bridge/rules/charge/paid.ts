import { messageText } from "#domain/messages/text";
import { chargeStatus, openitemStatus, paidcharges } from "#solution/generated/names";
import { update } from "../../sdk/effect";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";

const openCharges = (itemId: string) => from("duly_charge").select("duly_chargeid").where(["duly_openitem", "eq", itemId], ["statecode", "eq", 0]);
const companyQuery = (id: string) => from("duly_company").select("duly_paidcharges").where(["duly_companyid", "eq", id]);

/** The principal was paid: its open charges are waived, with the reason, where the company says so; otherwise they stay open. Source: cases.md A-10. */
export const principalPaid = defineStep(
  { id: "charge.principalpaid", message: "Update", table: "duly_openitem", stage: "PostOperation", filteringAttributes: ["statuscode"], images: { pre: ["statuscode"], post: ["statuscode", "duly_company"] } },
  function* ({ preImage, postImage, primaryId, today }) {
    const paid = openitemStatus.paid;
    if (postImage.statuscode !== paid || preImage.statuscode === paid) return [];
    const charges = yield* read(openCharges(primaryId));
    if (charges.length === 0) return [];
    const [company] = yield* read(companyQuery(postImage.duly_company?.id ?? ""));
    if (company?.duly_paidcharges !== paidcharges.waive) return [];
    return charges.map((charge) => update("duly_charge", charge.duly_chargeid, { statecode: 1, statuscode: chargeStatus.waived, duly_waivereason: messageText("charge.principalPaid", { day: today }) }));
  },
);
