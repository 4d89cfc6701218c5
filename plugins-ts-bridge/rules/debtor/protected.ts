import { addDays } from "#domain/calendar/arithmetic";
import { messageText } from "#domain/messages/text";
import { communicationStatus } from "#solution/generated/names";
import { unsentStatuses } from "../../rows/messagestate";
import { create, update, type Effect } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";

const table = "duly_debtor";

/** Days to file a claim where the company says nothing. */
const usualClaimDays = 30;

const plannedQuery = (debtorId: string) => from("duly_communication").select("duly_communicationid", "duly_adhoc").where(["duly_debtor", "eq", debtorId], ["statuscode", "in", unsentStatuses]);
const debtorQuery = (debtorId: string) => from(table).select("duly_name", "duly_number", "ownerid")
  .join({ table: "duly_company", from: "duly_companyid", to: "duly_company", alias: "company", select: ["duly_claimdays"], outer: true }).where(["duly_debtorid", "eq", debtorId]);

const withdrawn = (communicationId: string, note: string): Effect =>
  update("duly_communication", communicationId, { statecode: 1, statuscode: communicationStatus.cancelled, duly_note: note });

/** From now on only people contact the debtor: what a run has planned is withdrawn. */
const vulnerable = defineStep(
  { id: "debtor.vulnerable", message: "Update", table, stage: "PostOperation", filteringAttributes: ["duly_vulnerable"], images: { pre: ["duly_vulnerable"] } },
  function* ({ target, preImage, primaryId }) {
    if (target.duly_vulnerable !== true || preImage.duly_vulnerable === true) return [];
    const planned = yield* read(plannedQuery(primaryId));
    return planned.filter((row) => row.duly_adhoc !== true).map((row) => withdrawn(row.duly_communicationid, messageText("DULY-CONTACT-016")));
  },
);

/** The task to file the claim, for the owner of the debtor. */
function* claimTask(debtorId: string, day: ReturnType<typeof todayOf>): Reading<{ readonly task: readonly Effect[]; readonly planned: readonly string[] }> {
  const [[debtor], planned] = yield* readTogether(debtorQuery(debtorId), plannedQuery(debtorId));
  const deadline = addDays(day, debtor?.["company.duly_claimdays"] ?? usualClaimDays);
  const subject = messageText("task.fileClaim", { number: debtor?.duly_number ?? "", name: debtor?.duly_name ?? "" }).slice(0, 200);
  const owner = debtor?.ownerid ?? null;
  const task = create("task", { subject, scheduledend: `${deadline}T12:00:00Z`, regardingobjectid: reference(table, debtorId), ...(owner === null ? {} : { ownerid: owner }) });
  return { task: [task], planned: planned.map((row) => row.duly_communicationid) };
}

/** Insolvent or deceased: everything planned is withdrawn, and the claim is to be filed by a deadline. */
const insolvent = defineStep(
  { id: "debtor.insolvent", message: "Update", table, stage: "PostOperation", filteringAttributes: ["duly_insolventon"], images: { pre: ["duly_insolventon"] } },
  function* (context) {
    const since = context.target.duly_insolventon ?? null;
    if (since === null || (context.preImage.duly_insolventon ?? null) !== null) return [];
    const { task, planned } = yield* claimTask(context.primaryId, todayOf(context));
    return [...planned.map((id) => withdrawn(id, messageText("DULY-CONTACT-017", { since }))), ...task];
  },
);

/** One that is insolvent or deceased from the start has nothing planned, and a claim to file all the same. Source: rules.md L-13. */
const insolventAtOnce = defineStep({ id: "debtor.insolvent.create", message: "Create", table, stage: "PostOperation" }, function* (context) {
  return (context.target.duly_insolventon ?? null) === null ? [] : (yield* claimTask(context.primaryId, todayOf(context))).task;
});

export const protectionRules = [vulnerable, insolvent, insolventAtOnce];
