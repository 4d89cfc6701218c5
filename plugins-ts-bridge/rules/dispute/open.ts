import { deadlineAfter, tasksOf, type Task } from "#domain/disputes/route";
import { disputetaskStatus, type DisputeRow } from "#solution/generated/names";
import { create, set, type Effect } from "../../sdk/effect";
import { dayOf } from "../../sdk/input";
import type { Reading } from "../../sdk/reading";
import { defineStep } from "../../sdk/rule";
import { reference } from "../../sdk/value";
import { policyOfDebtor, readReason, readTasks } from "./read";

const table = "duly_dispute";

/** A new dispute, whose debtor dispute.complete has found (rank 1), is late after the business days that its reason gives it. */
const dated = defineStep({ id: "dispute.dated", message: "Create", table, stage: "PreOperation", rank: 2 }, function* ({ target, today }) {
  if (target.duly_deadline != null || target.duly_disputereason == null) return [];
  const known = yield* policyOfDebtor(target.duly_debtor);
  const { deadlineDays } = yield* readReason(target.duly_disputereason.id);
  return set(table, { duly_deadline: deadlineAfter(dayOf(target.duly_openedon ?? today), deadlineDays, known.policy.calendar) });
});

const taskEffect = (disputeId: string, task: Task): Effect => create("duly_disputetask", {
  duly_name: task.name.slice(0, 200), duly_dispute: reference(table, disputeId), duly_sequence: task.sequence, duly_days: task.days, duly_deadline: task.deadline, statuscode: disputetaskStatus[task.state],
  ...(task.departmentId === null ? {} : { duly_department: reference("duly_department", task.departmentId) }), ...(task.teamId === null ? {} : { ownerid: reference("team", task.teamId) }),
});

function* tasksFor(disputeId: string, row: Partial<DisputeRow>, today: string): Reading<readonly Effect[]> {
  if (row.duly_disputereason == null) return [];
  const known = yield* policyOfDebtor(row.duly_debtor);
  const { routes, order } = yield* readReason(row.duly_disputereason.id);
  return tasksOf(routes, order, { begunOn: dayOf(row.duly_openedon ?? today), calendar: known.policy.calendar }).map((task) => taskEffect(disputeId, task));
}

/** The reason of a dispute gives departments their tasks, each owned by the department's team. */
const routed = defineStep({ id: "dispute.routed", message: "Create", table, stage: "PostOperation" }, function* ({ target, primaryId, today }) {
  return yield* tasksFor(primaryId, target, today);
});

/** A dispute whose reason is found out later gets its tasks then. */
const reasoned = defineStep(
  { id: "dispute.reasoned", message: "Update", table, stage: "PostOperation", filteringAttributes: ["duly_disputereason"], images: { post: ["duly_debtor", "duly_disputereason"] } },
  function* ({ postImage, primaryId, today }) {
    const tasks = yield* readTasks(primaryId);
    return tasks.length > 0 ? [] : yield* tasksFor(primaryId, postImage, today);
  },
);

export const disputeOpeningRules = [dated, routed, reasoned];
