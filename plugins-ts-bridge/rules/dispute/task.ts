import { deadlineAfter, nextTask } from "#domain/disputes/route";
import { fault } from "#domain/messages/fault";
import { disputetaskStatus, type Reference } from "#solution/generated/names";
import { fail, set, update } from "../../sdk/effect";
import { todayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { calendarOf, readTasks } from "./read";

const table = "duly_disputetask";
const states = ["statuscode", "statecode"] as const;

/** A task is done once it has begun and its outcome is written down. */
const done = defineStep(
  { id: "disputetask.done", message: "Update", table, stage: "PreOperation", filteringAttributes: states, images: { pre: ["duly_name", "duly_outcome", "statuscode"] } },
  function* ({ target, preImage, today, primaryId }) {
    const closes = target.statuscode === disputetaskStatus.done || (target.statecode === 1 && target.statuscode === undefined);
    if (!closes) return [];
    const task = preImage.duly_name ?? primaryId;
    if (preImage.statuscode === disputetaskStatus.waiting) return [fail(fault("DULY-DISPUTE-002", { task }))];
    const outcome = target.duly_outcome === undefined ? preImage.duly_outcome : target.duly_outcome;
    return (outcome ?? "").trim() === "" ? [fail(fault("DULY-DISPUTE-006", { task }))] : set(table, { duly_doneon: target.duly_doneon ?? today });
  },
);

function* debtorOf(disputeId: string): Reading<Reference | null> {
  const [row] = yield* read(from("duly_dispute").select("duly_debtor").where(["duly_disputeid", "eq", disputeId]));
  return row?.duly_debtor ?? null;
}

/** When a task has ended, the next one that waits begins, and its days count from today. */
const followed = defineStep(
  { id: "disputetask.followed", message: "Update", table, stage: "PostOperation", filteringAttributes: states, images: { post: ["duly_dispute", "statecode"] } },
  function* (context) {
    const disputeId = context.postImage.duly_dispute?.id;
    if (disputeId === undefined || context.postImage.statecode !== 1) return [];
    const next = nextTask(yield* readTasks(disputeId));
    if (next === null) return [];
    const deadline = deadlineAfter(todayOf(context), next.days, yield* calendarOf(yield* debtorOf(disputeId)));
    return [update(table, next.id, { statuscode: disputetaskStatus.open, duly_deadline: deadline })];
  },
);

export const disputeTaskRules = [done, followed];
