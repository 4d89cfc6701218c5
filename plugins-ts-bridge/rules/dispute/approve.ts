import { closingFault } from "#domain/disputes/close";
import { minimumIn } from "#domain/dunning/minimum";
import { stop } from "#domain/messages/fault";
import { compare } from "#domain/money/money";
import { disputeStatus, type DisputeRow } from "#solution/generated/names";
import { toMoney } from "../../rows/currencies";
import { fail, set, type Columns, type Effect } from "../../sdk/effect";
import type { Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { differs, reference } from "../../sdk/value";
import { policyOfDebtor, readLimits, readTasks } from "./read";
import { closes, isClosedAfter, opens, rejects } from "./state";

const table = "duly_dispute";

/** Whether a credit needs another person. */
function* needsApproval(row: Partial<DisputeRow>): Reading<boolean> {
  if (row.duly_credit == null) return false;
  const known = yield* policyOfDebtor(row.duly_debtor);
  const credit = toMoney(row.duly_credit, row.transactioncurrencyid, { currencies: known.currencies, row: `duly_dispute ${row.duly_name ?? ""}`, column: "duly_credit" });
  return (yield* readLimits(row.duly_disputereason, known)).some((limit) => compare(credit, minimumIn(limit, credit.currency, known.policy)) >= 0);
}

/** What a dispute says once a credit, or what it is measured by, was entered. */
interface Entry { readonly row: Partial<DisputeRow>; readonly closed: boolean; readonly by: Columns<typeof table> }

/** An approval given before no longer holds; a dispute that is closed credits only what nobody has to approve. */
function* entered({ row, closed, by }: Entry): Reading<readonly Effect[]> {
  const waits = !rejects(row) && (yield* needsApproval(row));
  if (waits && closed) stop("DULY-DISPUTE-010", { dispute: row.duly_name ?? "–" });
  const wasWaiting = !closed && row.statuscode === disputeStatus.awaitingApproval;
  return set(table, { ...by, duly_approvedby: null, ...(waits ? { statuscode: disputeStatus.awaitingApproval } : wasWaiting ? { statuscode: disputeStatus.open } : {}) });
}

const creditAtOnce = defineStep({ id: "dispute.credit.create", message: "Create", table, stage: "PreOperation", rank: 2 }, function* ({ target, userId }) {
  if (target.duly_credit == null) return target.duly_creditby == null ? [] : set(table, { duly_creditby: null });
  return yield* entered({ row: target, closed: closes(target), by: { duly_creditby: reference("systemuser", userId) } });
});

const credit = ["duly_credit", "transactioncurrencyid", "duly_disputereason"] as const;
const before = [...credit, "duly_name", "duly_debtor", "statuscode", "statecode"] as const;

const changesCredit = (target: Partial<DisputeRow>): boolean => "duly_credit" in target || "transactioncurrencyid" in target;

const resolves = (target: Partial<DisputeRow>): boolean => closes(target) && !rejects(target);

/** A closed dispute keeps the reason by which its credit was measured. */
function keepReason(target: Partial<DisputeRow>, preImage: Partial<DisputeRow>, staysClosed: boolean): void {
  const changed = target.duly_disputereason !== undefined && differs(target.duly_disputereason, preImage.duly_disputereason);
  if (changed && staysClosed && { ...preImage, ...target }.duly_credit != null) stop("DULY-DISPUTE-011", { dispute: preImage.duly_name ?? "–" });
}

/** Who entered the credit is kept; another reason only measures it anew, while the dispute is open. */
const creditLater = defineStep(
  { id: "dispute.credit.update", message: "Update", table, stage: "PreOperation", filteringAttributes: credit, images: { pre: before } },
  function* ({ target, preImage, userId }) {
    const row = { ...preImage, ...target };
    const staysClosed = preImage.statecode === 1 && isClosedAfter(target, preImage);
    keepReason(target, preImage, staysClosed);
    if ((staysClosed && !changesCredit(target)) || (row.duly_credit == null && preImage.duly_credit == null)) return [];
    const by = changesCredit(target) ? { duly_creditby: row.duly_credit == null ? null : reference("systemuser", userId) } : {};
    return yield* entered({ row, closed: isClosedAfter(target, preImage), by });
  },
);

const standing = ["duly_name", "duly_creditby", "duly_approvedby", ...credit, "duly_debtor", "statuscode", "statecode"] as const;

/** A dispute that was rejected does not become resolved with a credit that lacks its approval. */
function* checkResolved(target: Partial<DisputeRow>, preImage: Partial<DisputeRow>): Reading<void> {
  if (preImage.statecode !== 1 || preImage.statuscode === disputeStatus.resolved || !resolves(target)) return;
  const row = { ...preImage, ...target };
  if ((changesCredit(target) || row.duly_approvedby == null) && (yield* needsApproval(row))) stop("DULY-DISPUTE-010", { dispute: preImage.duly_name ?? "–" });
}

/** A dispute that is opened again waits for the approval that its credit still lacks. */
function* opened(row: Partial<DisputeRow>): Reading<readonly Effect[]> {
  const lacks = row.duly_approvedby == null && (yield* needsApproval(row));
  return lacks ? set(table, { statecode: 0, statuscode: disputeStatus.awaitingApproval }) : [];
}

/** A credit that waits is approved by setting the dispute to Open; never by who entered it, and who that was does not change. */
const approved = defineStep(
  {
    id: "dispute.approved", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statecode", "statuscode", "duly_approvedby", "duly_creditby"],
    images: { pre: standing },
  },
  function* ({ target, preImage, userId, primaryId }) {
    const dispute = { dispute: preImage.duly_name ?? primaryId };
    const measured = credit.some((column) => column in target);
    if (!changesCredit(target) && target.duly_creditby !== undefined && differs(target.duly_creditby, preImage.duly_creditby)) return stop("DULY-DISPUTE-009", dispute);
    const waits = preImage.statuscode === disputeStatus.awaitingApproval;
    const named = target.duly_approvedby ?? null;
    if (named !== null && (!waits || named.id !== userId)) return stop("DULY-DISPUTE-007", dispute);
    yield* checkResolved(target, preImage);
    if (measured) return [];
    if (!waits) return preImage.statecode === 1 && opens(target) ? yield* opened({ ...preImage, ...target }) : [];
    if (named === null && !opens(target)) return [];
    if (preImage.duly_creditby?.id === userId) return stop("DULY-DISPUTE-005", dispute);
    return set(table, { statuscode: disputeStatus.open, duly_approvedby: reference("systemuser", userId) });
  },
);

/** A dispute closes only when its tasks are done and its credit, where that needs it, is approved. */
const closed = defineStep(
  { id: "dispute.close", message: "Update", table, stage: "PreOperation", filteringAttributes: ["statuscode", "statecode"], images: { pre: ["duly_name", "statuscode"] } },
  function* ({ target, preImage, primaryId }) {
    if (!closes(target)) return [];
    const unfinished = (yield* readTasks(primaryId)).filter((task) => task.state !== "ended").map((task) => task.name);
    const found = closingFault({ name: preImage.duly_name ?? primaryId, unfinished, resolves: !rejects(target), awaitsApproval: preImage.statuscode === disputeStatus.awaitingApproval });
    return found === null ? [] : [fail(found)];
  },
);

export const disputeApprovalRules = [creditAtOnce, creditLater, approved, closed];
