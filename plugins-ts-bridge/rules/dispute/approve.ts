import { closingFault } from "#domain/disputes/close";
import { minimumIn } from "#domain/dunning/minimum";
import { stop } from "#domain/messages/fault";
import { compare } from "#domain/money/money";
import { disputeStatus, type DisputeRow } from "#solution/generated/names";
import { toMoney } from "../../rows/currencies";
import { fail, set, type Effect } from "../../sdk/effect";
import type { Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { policyOfDebtor, readReason, readTasks } from "./read";

const table = "duly_dispute";

/** Whether a credit needs another person. */
function* needsApproval(row: Partial<DisputeRow>): Reading<boolean> {
  if (row.duly_credit == null || row.duly_disputereason == null) return false;
  const known = yield* policyOfDebtor(row.duly_debtor);
  const { approvalFrom } = yield* readReason(row.duly_disputereason.id, known);
  if (approvalFrom === null) return false;
  const credit = toMoney(row.duly_credit, row.transactioncurrencyid, { currencies: known.currencies, row: `duly_dispute ${row.duly_name ?? ""}`, column: "duly_credit" });
  return compare(credit, minimumIn(approvalFrom, credit.currency, known.policy)) >= 0;
}

/** A credit was entered: who entered it is kept, an approval given before no longer holds. */
function* entered(row: Partial<DisputeRow>, userId: string): Reading<readonly Effect[]> {
  const waits = yield* needsApproval(row);
  const wasWaiting = row.statuscode === disputeStatus.awaitingApproval;
  return set(table, {
    duly_creditby: row.duly_credit == null ? null : reference("systemuser", userId), duly_approvedby: null,
    ...(waits ? { statuscode: disputeStatus.awaitingApproval } : wasWaiting ? { statuscode: disputeStatus.open } : {}),
  });
}

const creditAtOnce = defineStep({ id: "dispute.credit.create", message: "Create", table, stage: "PreOperation", rank: 2 }, function* ({ target, userId }) {
  return target.duly_credit == null ? [] : yield* entered(target, userId);
});

const credit = ["duly_credit", "transactioncurrencyid", "duly_disputereason"] as const;
const before = [...credit, "duly_name", "duly_debtor", "statuscode", "statecode"] as const;

const creditLater = defineStep(
  { id: "dispute.credit.update", message: "Update", table, stage: "PreOperation", filteringAttributes: credit, images: { pre: before } },
  function* ({ target, preImage, userId }) {
    const row = { ...preImage, ...target };
    return row.duly_credit == null && preImage.duly_credit == null ? [] : yield* entered(row, userId);
  },
);

/** A credit that waits is approved by setting the dispute to Open; never by who entered it. */
const approved = defineStep(
  {
    id: "dispute.approved", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode", "duly_approvedby"],
    images: { pre: ["duly_name", "duly_creditby", "duly_credit", "statuscode"] },
  },
  function* ({ target, preImage, userId, primaryId }) {
    const waits = preImage.statuscode === disputeStatus.awaitingApproval;
    const named = target.duly_approvedby ?? null;
    if (named !== null && (!waits || named.id !== userId)) return stop("DULY-DISPUTE-007", { dispute: preImage.duly_name ?? primaryId });
    if (!waits || "duly_credit" in target || (named === null && target.statuscode !== disputeStatus.open)) return [];
    if (preImage.duly_creditby?.id === userId) return stop("DULY-DISPUTE-005", { dispute: preImage.duly_name ?? primaryId });
    return set(table, { statuscode: disputeStatus.open, duly_approvedby: reference("systemuser", userId) });
  },
);

/** A dispute closes only when its tasks are done and its credit, where that needs it, is approved. */
const closed = defineStep(
  { id: "dispute.close", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode", "statecode"], images: { pre: ["duly_name", "statuscode"] } },
  function* ({ target, preImage, primaryId }) {
    const rejects = target.statuscode === disputeStatus.rejected;
    if (!rejects && target.statecode !== 1 && target.statuscode !== disputeStatus.resolved) return [];
    const unfinished = (yield* readTasks(primaryId)).filter((task) => task.state !== "ended").map((task) => task.name);
    const found = closingFault({ name: preImage.duly_name ?? primaryId, unfinished, resolves: !rejects, awaitsApproval: preImage.statuscode === disputeStatus.awaitingApproval });
    return found === null ? [] : [fail(found)];
  },
);

export const disputeApprovalRules = [creditAtOnce, creditLater, approved, closed];
