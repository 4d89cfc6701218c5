import { choose, day, lookup, memo, money, text, whole } from "../model/column";
import { active, inactive, table } from "../model/table";
import { taskOrder } from "./choices";

export const department = table({
  name: "department", label: "Department", plural: "Departments", ownership: "organization",
  help: "Who works on disputes: its tasks go to the team's queue.",
  columns: {
    name: text("Name", "Name of the department.", { required: true }),
    code: text("Code", "Short code.", { maxLength: 50, required: true }),
    team: lookup("team", "Team", "Team that owns its tasks."),
    queue: lookup("queue", "Queue", "Queue that its tasks go to."),
  },
  keys: { code: ["code"] },
});

export const disputereason = table({
  name: "disputereason", label: "Dispute reason", plural: "Dispute reasons", ownership: "organization",
  help: "What debtors complain about, and how it is worked on.",
  columns: {
    name: text("Name", "Name of the reason.", { required: true }),
    code: text("Code", "Short code.", { maxLength: 50, required: true }),
    taskorder: choose(taskOrder, "Order of tasks", "Whether departments work one after the other or at once.", { initial: "sequence" }),
    deadlinedays: whole("Days to resolve", "Business days until the dispute is late; empty = no deadline.", { max: 365 }),
    escalationdays: whole("Escalate after days", "Business days after the deadline until an alert rule for late disputes tells its manager; empty = the rule says when.", { max: 365 }),
    approvalfrom: money("Approval from", "A credit of this much or more needs another person's approval; empty = never. A dispute without a reason is measured by all reasons."),
  },
  keys: { code: ["code"] },
});

export const disputeroute = table({
  name: "disputeroute", label: "Dispute route", plural: "Dispute routes", ownership: "organization",
  help: "A task that a dispute of a reason gives a department.",
  columns: {
    name: text("Name", "What is to be done.", { required: true, maxLength: 200 }),
    disputereason: lookup("disputereason", "Dispute reason", "Reason that it belongs to.", { required: true, onDelete: "parental" }),
    department: lookup("department", "Department", "Who does it.", { required: true, onDelete: "restrict" }),
    sequence: whole("Order", "Tasks go from the lowest number.", { required: true }),
    days: whole("Days", "Business days for the task.", { max: 365 }),
  },
  keys: { sequence: ["disputereason", "sequence"] },
});

export const dispute = table({
  name: "dispute", label: "Dispute", plural: "Disputes", notes: true, activities: true,
  help: "A debtor's complaint about an item; the item is not reminded until it is resolved.",
  columns: {
    name: text("Title", "What it is about.", { required: true, maxLength: 200 }),
    debtor: lookup("debtor", "Debtor", "Who complains.", { required: true, onDelete: "parental" }),
    openitem: lookup("openitem", "Open item", "Item in dispute.", { required: true, onDelete: "restrict" }),
    disputereason: lookup("disputereason", "Reason", "What the debtor complains about.", { onDelete: "restrict" }),
    openedon: day("Opened on", "Day on which it was raised.", { required: true }),
    deadline: day("Deadline", "Business day by which it should be resolved."),
    credit: money("Credit", "Amount to be credited to the debtor."),
    creditby: lookup("systemuser", "Credit entered by", "Who entered the credit; does not approve it."),
    approvedby: lookup("systemuser", "Approved by", "Who approved the credit; not who entered it."),
    resolvedon: day("Resolved on", "Day from which the item counts as undisputed again; entered on closing, today unless another is named. Empty = open."),
    outcome: memo("Outcome", "What was decided.", { maxLength: 4000 }),
  },
  statuses: { open: active(1, "Open"), awaitingApproval: active(591850001, "Awaiting approval"), resolved: inactive(2, "Resolved"), rejected: inactive(591850000, "Rejected") },
});

export const disputetask = table({
  name: "disputetask", label: "Dispute task", plural: "Dispute tasks", notes: true,
  help: "What a department has to do about a dispute, and by when.",
  columns: {
    name: text("Title", "What is to be done.", { required: true, maxLength: 200 }),
    dispute: lookup("dispute", "Dispute", "Dispute that it belongs to.", { required: true, onDelete: "parental" }),
    department: lookup("department", "Department", "Who does it.", { onDelete: "restrict" }),
    sequence: whole("Order", "Tasks go from the lowest number."),
    days: whole("Days", "Business days for the task, from when it begins.", { max: 365 }),
    deadline: day("Deadline", "Business day by which it should be done; empty = it has not begun."),
    doneon: day("Done on", "Day on which it was done."),
    outcome: memo("Outcome", "What came of it; needed to close the task.", { maxLength: 4000 }),
  },
  statuses: { waiting: active(591850000, "Waiting"), open: active(1, "Open"), done: inactive(2, "Done"), cancelled: inactive(591850001, "Cancelled") },
});
