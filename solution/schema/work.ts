import { choose, day, decimal, instant, lookup, memo, money, text, whole, yesno } from "../model/column";
import { active, inactive, table } from "../model/table";
import { callOutcome, channel, contactRulePurpose, holdCounting, language, resolution, runMode } from "./choices";

export const run = table({
  name: "run", label: "Dunning run", plural: "Dunning runs",
  help: "One night of one company: as of which day, in which mode, with which result.",
  columns: {
    name: text("Name", "Company, day and mode.", { required: true, maxLength: 200 }),
    company: lookup("company", "Company", "Company that was run.", { required: true, onDelete: "restrict" }),
    asof: day("As of", "Business day that the run decides for.", { required: true }),
    mode: choose(runMode, "Mode", "Preview or commit.", { required: true, initial: "commit" }),
    cursor: text("Cursor", "Where the next page begins; a run that was interrupted goes on here.", { maxLength: 200 }),
    policyversion: text("Policy version", "Fingerprint of the policy rows that the run decided by.", { maxLength: 64 }),
    debtors: whole("Debtors", "Debtors looked at."),
    communications: whole("Communications", "Messages planned by the run; equal to its rows."),
    items: whole("Items", "Items reminded about; equal to the lines of its messages."),
    errors: whole("Errors", "Debtors that could not be decided."),
    totals: memo("Totals by reason", "JSON: reason -> number of items, counted at the end.", { maxLength: 20000 }),
    errorlog: memo("Error log", "One line a debtor that failed: number, code, message.", { maxLength: 1000000 }),
    startedon: instant("Started on", "When the run began."),
    finishedon: instant("Finished on", "When it ended."),
  },
  keys: { night: ["company", "asof", "mode"] },
  statuses: {
    running: active(1, "Running"),
    completed: inactive(2, "Completed"), completedWithErrors: inactive(591850000, "Completed with errors"), cancelled: inactive(591850001, "Cancelled"),
  },
});

export const runline = table({
  name: "runline", label: "Preview line", plural: "Preview lines",
  help: "What a previewed run would do about a debtor, and why.",
  columns: {
    name: text("Debtor", "Number and name of the debtor.", { required: true, maxLength: 300 }),
    run: lookup("run", "Run", "Preview that it belongs to.", { required: true, onDelete: "parental" }),
    debtor: lookup("debtor", "Debtor row", "Whom it concerns.", { onDelete: "unlink" }),
    communications: whole("Communications", "Messages that would be planned."),
    items: whole("Items", "Items that would be reminded about."),
    channels: text("Channels", "Channels and levels of the messages.", { maxLength: 400 }),
    amounts: text("Amounts", "Totals of the messages by currency.", { maxLength: 400 }),
    reasons: memo("Reasons", "Item by item: what was decided and why.", { maxLength: 100000 }),
  },
  keys: { debtor: ["run", "debtor"] },
});

export const communication = table({
  name: "communication", label: "Communication", plural: "Communications", notes: true,
  help: "One message to one debtor. What was sent is frozen here.",
  columns: {
    name: text("Subject", "Subject of the message.", { required: true, maxLength: 400 }),
    debtor: lookup("debtor", "Debtor", "To whom.", { required: true, onDelete: "restrict" }),
    company: lookup("company", "Company", "By whom.", { onDelete: "restrict" }),
    run: lookup("run", "Run", "Run that planned it.", { onDelete: "restrict" }),
    strategystep: lookup("strategystep", "Step", "Step that it carries out: the highest among its items.", { onDelete: "restrict" }),
    channel: choose(channel, "Channel", "Channel of the message.", { required: true }),
    level: whole("Level", "Highest level among its items."),
    language: choose(language, "Language", "Language of the text."),
    address: text("Address", "Where it goes; several recipients are separated by semicolons.", { maxLength: 1000 }),
    sender: text("Sender", "Who signs it; e-mails are answered to this address.", { maxLength: 200 }),
    body: memo("Body", "Rendered text, frozen.", { maxLength: 1000000, rich: true }),
    total: money("Total", "Open amount that it asks for, frozen."),
    plannedon: day("Planned on", "Business day of the run."),
    senton: instant("Sent on", "When the channel took it."),
    note: memo("Note", "Why it was suppressed or failed."),
    purpose: choose(contactRulePurpose, "Purpose", "What the contact is for."),
    adhoc: yesno("Ad hoc", "A person asked for it, not a run."),
    unassigned: yesno("No collector", "Yes = no collector had room for the call; no = a person gave it to its owner; empty = it was given by the run."),
    ladderstays: yesno("Ladder stays", "It says once more what the level says: its items reach no further step by it."),
    template: lookup("template", "Template", "Template that it was written from.", { onDelete: "restrict" }),
    promise: lookup("promise", "Broken promise", "Promise that it says is broken; such a message has no lines."),
    resendof: lookup("communication", "Resend of", "Message that it sends again, word for word; such a message has no lines.", { onDelete: "restrict" }),
    customchannel: lookup("customchannel", "Further channel", "Which further channel, when the channel is Other.", { onDelete: "restrict" }),
    wantedchannel: choose(channel, "Wanted channel", "Channel that was wanted; another one than the channel means a fallback."),
    fallback: text("Fallback because", "Why another channel was used.", { maxLength: 400 }),
    deadline: day("Payment deadline", "Last day to pay that it sets."),
    charges: money("Charges", "Fees, interest and flat costs that it tells."),
    scheduledfor: instant("Scheduled for", "Not before this; empty = at once. For calls: when."),
    plannedby: lookup("systemuser", "Planned by", "Who asked for it."),
    approvedby: lookup("systemuser", "Approved by", "Who approved it; not who planned it."),
    attempts: whole("Attempts", "Calls made."),
    phonecall: lookup("phonecall", "Phone call", "Activity of the call, or of its latest attempt."),
    outcome: choose(callOutcome, "Outcome", "What came of the call; needed to close it."),
    resolution: choose(resolution, "Resolution", "How far its items are closed since it was sent: some of them, or all; empty = none."),
    cost: decimal("Cost", "What it cost, in the company's currency.", { precision: 4 }),
    segments: whole("SMS segments", "Number of SMS that the text takes."),
    acceptedon: instant("Accepted on", "When the provider took it (PEC: acceptance receipt)."),
    deliveredon: instant("Delivered on", "When it reached the debtor (PEC: delivery receipt; its legal date)."),
    uniquekey: text("Unique key", "Debtor, currency, day, step and channel: no message is planned twice.", { maxLength: 200 }),
  },
  keys: { unique: ["uniquekey"] },
  statuses: {
    planned: active(1, "Planned"), ready: active(591850000, "Ready"), sent: active(591850001, "Sent"), delivered: active(591850002, "Delivered"),
    failed: active(591850003, "Failed"), awaitingApproval: active(591850005, "Awaiting approval"), served: active(591850006, "Served"), done: inactive(591850007, "Done"),
    suppressed: inactive(2, "Suppressed"), cancelled: inactive(591850004, "Cancelled"),
  },
});

export const communicationline = table({
  name: "communicationline", label: "Communication line", plural: "Communication lines",
  help: "An item that a message speaks of, with the amounts that were told.",
  columns: {
    name: text("Name", "Item and level.", { required: true, maxLength: 150 }),
    communication: lookup("communication", "Communication", "Message that it belongs to.", { required: true, onDelete: "parental" }),
    openitem: lookup("openitem", "Open item", "Item that it speaks of.", { required: true, onDelete: "restrict" }),
    strategystep: lookup("strategystep", "Step", "Step that the item reached.", { required: true, onDelete: "restrict" }),
    cycle: whole("Ladder cycle", "Ladder cycle of the item."),
    level: whole("Level", "Level that the item reached."),
    duedate: day("Due date", "Due date as told."),
    dayspastdue: whole("Days past due", "Days past due on the day of the run; negative = before the due date.", { min: -3650, max: 1000000 }),
    shifteddays: whole("Days moved", "Days by which the ladder has moved against its plan: free days, waiting, a late start.", { min: -3650, max: 1000000 }),
    amount: money("Amount", "Amount of the item as told."),
    openamount: money("Open amount", "Open amount as told."),
    charges: money("Charges", "Fees, interest and flat costs of the item as told."),
  },
  keys: { step: ["openitem", "strategystep", "cycle"] },
});

export const promise = table({
  name: "promise", label: "Promise to pay", plural: "Promises to pay", notes: true,
  help: "A debtor's word to pay an amount by a day; its items are left alone until then.",
  columns: {
    name: text("Name", "Amount and day.", { maxLength: 200 }),
    debtor: lookup("debtor", "Debtor", "Who promised.", { required: true, onDelete: "parental" }),
    amount: money("Amount", "Amount promised."),
    takenon: day("Taken on", "Day on which the promise was given."),
    promisedate: day("Promise date", "Last day on which the payment is still in time.", { required: true }),
    openitems: memo("Items", "Ids of the promised items, separated by commas; empty = every open item of the debtor in this currency.", { maxLength: 100000 }),
    paidamount: money("Paid", "What was allocated to the promised items since it was taken, when it was last judged."),
    judgedon: day("Judged on", "Day on which it was found kept or broken."),
    signalledon: day("Signalled on", "Day on which the debtor was told that it was broken."),
  },
  statuses: {
    open: active(1, "Open"), kept: inactive(2, "Kept"), partlyKept: inactive(591850000, "Partly kept"),
    broken: inactive(591850001, "Broken"), cancelled: inactive(591850002, "Cancelled"),
  },
});

export const promiseline = table({
  name: "promiseline", label: "Promise line", plural: "Promise lines",
  help: "An item that a promise covers.",
  columns: {
    name: text("Name", "Item.", { maxLength: 150 }),
    promise: lookup("promise", "Promise", "Promise that it belongs to.", { required: true, onDelete: "parental" }),
    openitem: lookup("openitem", "Open item", "Item that is promised.", { required: true, onDelete: "restrict" }),
    openamount: money("Open amount", "What was open when the promise was taken."),
  },
  keys: { item: ["promise", "openitem"] },
});

export const hold = table({
  name: "hold", label: "Hold", plural: "Holds",
  help: "A dated exclusion of a debtor, or of one of its items, from dunning.",
  columns: {
    name: text("Reason", "Why nothing is sent.", { required: true, maxLength: 200 }),
    debtor: lookup("debtor", "Debtor", "Whom it protects.", { required: true, onDelete: "parental" }),
    openitem: lookup("openitem", "Open item", "Only this item; empty = all items of the debtor.", { onDelete: "restrict" }),
    startson: day("Starts on", "First day of the hold.", { required: true }),
    endson: day("Ends on", "Last day of the hold, included; empty = until it is ended."),
    counting: choose(holdCounting, "Days on hold", "Whether the ladder counts its days; empty = as the company says."),
  },
  statuses: { active: active(1, "Active"), ended: inactive(2, "Ended") },
});
