import { set } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read } from "../../sdk/reading";
import { defineStep, type StepContext } from "../../sdk/rule";
import { toDay } from "../../rows/debtor";
import { touch } from "../debtor/touch";
import { dueByTerms } from "./terms";
import { amountCorrected } from "./amount";
import { debtorKept } from "./debtor";
import { rescheduled } from "./reschedule";
import { checkNew, stated } from "./stated";

const table = "duly_openitem";

function* ofInvoice({ target }: StepContext<typeof table>) {
  const id = target.duly_invoice?.id;
  if (id === undefined || (target.duly_issuedon != null && target.duly_company != null)) return {};
  const [invoice] = yield* read(from("duly_invoice").select("duly_issuedon", "duly_company").where(["duly_invoiceid", "eq", id]));
  return invoice === undefined ? {} : { duly_issuedon: target.duly_issuedon ?? invoice.duly_issuedon, duly_company: target.duly_company ?? invoice.duly_company };
}

/** Refuses impossible amounts and fills what a new item starts with: nothing paid, level 0, the due date at issue, and the document's day and company; a due date that is missing follows from the agreed terms. */
const completed = defineStep({ id: "openitem.complete", message: "Create", table, stage: "PreOperation" }, function* (context) {
  const { target } = context;
  yield* checkNew(target);
  const issued = yield* ofInvoice(context);
  const dueOn = target.duly_duedate ?? (yield* dueByTerms(target.duly_debtor?.id, "duly_issuedon" in issued ? issued.duly_issuedon : target.duly_issuedon));
  return set(table, {
    duly_openamount: target.duly_openamount ?? target.duly_amount ?? null,
    duly_duedate: dueOn, duly_originalduedate: target.duly_originalduedate ?? dueOn,
    duly_level: target.duly_level ?? 0, duly_cycle: target.duly_cycle ?? 0, duly_instalment: target.duly_instalment ?? 1,
    ...issued,
  });
});

/** A new item counts from its day of issue. */
const created = defineStep({ id: "openitem.created", message: "Create", table, stage: "PostOperation" }, function* (context) {
  const { target } = context;
  return yield* touch([target.duly_debtor], { today: todayOf(context), from: toDay(target.duly_issuedon ?? null) });
});

/** What decides about an item was changed from outside, or it was given to another debtor: both are looked at. A rule that changes items touches the debtor itself. */
const changed = defineStep(
  {
    id: "openitem.changed", message: "Update", table, stage: "PostOperation", images: { pre: ["duly_debtor"], post: ["duly_debtor"] },
    filteringAttributes: ["duly_debtor", "duly_amount", "duly_openamount", "duly_duedate", "duly_issuedon", "duly_paymenttype", "duly_strategy", "statecode", "statuscode"],
  },
  function* (context) {
    if (context.depth > 1) return [];
    return yield* touch([context.postImage.duly_debtor ?? context.target.duly_debtor, context.preImage.duly_debtor], { today: todayOf(context), from: null });
  },
);

export const openitemRules = [completed, created, changed, amountCorrected, rescheduled, debtorKept, stated];
