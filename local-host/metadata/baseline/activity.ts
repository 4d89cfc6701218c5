import { choice, flag, instant, lookup, memo, text, whole, type LookupSpec, type TableSpec } from "../notation";

const states: NonNullable<TableSpec["states"]> = [
  ["Open", { 1: "Open" }], ["Completed", { 2: "Completed" }], ["Canceled", { 3: "Canceled" }],
];

/** Tables that a standard activity may be about; tables of packages join when they have activities. */
const regarding = (suffix: string): LookupSpec =>
  lookup(["account", "contact"], { relationships: [`Account_${suffix}`, `Contact_${suffix}`], cascadeDelete: "Cascade" });

const common: Readonly<Record<string, LookupSpec>> = {
  Subject: { ...text(200), required: "required" }, Description: memo(), ScheduledStart: instant(), ScheduledEnd: instant(), ActualStart: instant(), ActualEnd: instant(),
  ScheduledDurationMinutes: whole(0), ActualDurationMinutes: whole(0), PriorityCode: choice({ 0: "Low", 1: "Normal", 2: "High" }, 1), Category: text(250), Subcategory: text(250),
};

const activity = (name: string, plural: string, more: TableSpec["columns"]): Pick<TableSpec, "name" | "set" | "id" | "primaryName" | "ownership" | "isActivity" | "columns"> => ({
  name, set: `${name}s`, id: "activityid", primaryName: "subject", ownership: "user", isActivity: true,
  columns: { ...common, RegardingObjectId: regarding(plural), ...more },
});

/** What people do, and notes. */
export const activityTables: readonly TableSpec[] = [
  { ...activity("task", "Tasks", { PercentComplete: whole(0, 100) }), states: [
    ["Open", { 2: "Not Started", 3: "In Progress", 4: "Waiting on someone else", 7: "Deferred" }], ["Completed", { 5: "Completed" }], ["Canceled", { 6: "Canceled" }],
  ] },
  { ...activity("phonecall", "Phonecalls", { PhoneNumber: text(200), DirectionCode: flag(true, ["Incoming", "Outgoing"]), LeftVoiceMail: flag() }), states: [
    ["Open", { 1: "Open" }], ["Completed", { 2: "Made", 4: "Received" }], ["Canceled", { 3: "Canceled" }],
  ] },
  { ...activity("email", "Emails", { DirectionCode: flag(true, ["Incoming", "Outgoing"]), Sender: text(250), ToRecipients: text(500), MessageId: text(320), MimeType: text(256), SubmittedBy: text(250) }), states: [
    ["Open", { 1: "Draft", 8: "Failed" }], ["Completed", { 2: "Completed", 3: "Sent", 4: "Received", 6: "Pending Send", 7: "Sending" }], ["Canceled", { 5: "Canceled" }],
  ] },
  { ...activity("letter", "Letters", { DirectionCode: flag(true, ["Incoming", "Outgoing"]), Address: memo(2000) }), states },
  { name: "annotation", set: "annotations", primaryName: "subject", ownership: "user", columns: {
    Subject: text(500), NoteText: memo(100_000), IsDocument: flag(), FileName: text(255), MimeType: text(256), DocumentBody: memo(1_073_741_823), FileSize: { ...whole(0), validForCreate: false, validForUpdate: false },
    ObjectId: lookup(["account", "contact", "task", "phonecall", "email"], {
      relationships: ["Account_Annotation", "Contact_Annotation", "Task_Annotation", "PhoneCall_Annotation", "Email_Annotation"], cascadeDelete: "Cascade" }),
  } },
  { name: "queue", set: "queues", primaryName: "name", ownership: "user", columns: {
    Name: { ...text(200), required: "required" }, Description: memo(2000), EMailAddress: text(100), QueueViewType: choice({ 0: "Public", 1: "Private" }, 0),
  } },
];
