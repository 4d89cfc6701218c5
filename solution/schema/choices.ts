import { choice } from "../model/choice";

export const language = choice("language", "Language", "Language in which a debtor is addressed.", {
  english: [0, "English"], hungarian: [1, "Hungarian"], italian: [2, "Italian"], french: [3, "French"], spanish: [4, "Spanish"], german: [5, "German"],
});

export const debtorKind = choice("debtorkind", "Debtor kind", "What the debtor is in law; decides tone and which rules apply.", {
  company: [0, "Company"], naturalPerson: [1, "Natural person"], publicBody: [2, "Public body"],
});

export const channel = choice("channel", "Channel", "Means by which a debtor is contacted.", {
  email: [0, "E-mail"], letter: [1, "Letter"], sms: [2, "SMS"], phone: [3, "Phone call"], pec: [4, "Certified e-mail (PEC)"], fax: [5, "Fax"], other: [6, "Other"],
});

export const contactPurpose = choice("contactpurpose", "Contact purpose", "What an address is used for; dunning goes before billing, billing before main.", {
  dunning: [0, "Dunning"], billing: [1, "Billing"], main: [2, "Main"],
});

export const invoiceKind = choice("invoicekind", "Document kind", "Invoice, credit note or debit note.", {
  invoice: [0, "Invoice"], creditNote: [1, "Credit note"], debitNote: [2, "Debit note"],
});

export const tone = choice("tone", "Tone", "How firmly a text speaks.", {
  courteous: [0, "Courteous"], neutral: [1, "Neutral"], firm: [2, "Firm"], final: [3, "Final"],
});

export const runMode = choice("runmode", "Run mode", "A preview only reports; a commit writes.", {
  preview: [0, "Preview"], commit: [1, "Commit"],
});

export const offsetBase = choice("offsetbase", "Counted from", "What the days of a step are counted from.", {
  dueDate: [0, "Due date"], previousStep: [1, "Previous step as sent"],
});

export const escalation = choice("escalation", "Escalation", "How an item climbs when several steps are due.", {
  oneStep: [0, "One step at a time"], highestDue: [1, "To the highest step due"],
});

export const beginning = choice("beginning", "Beginning", "Where an item that is new and already late begins.", {
  firstStep: [0, "At the first step"], matchingStep: [1, "At the step that matches its days past due"],
});

export const ladder = choice("ladder", "Ladder", "Whether each item climbs for itself or the debtor as a whole.", {
  item: [0, "Each item"], debtor: [1, "The debtor, by its oldest item"],
});

export const grouping = choice("grouping", "Messages", "How the items of a debtor are gathered into messages; never across currencies.", {
  highestLevel: [0, "One at the highest level"], eachLevel: [1, "One for each level"],
});

export const ladderEnd = choice("ladderend", "After the last step", "What happens when the last step is done and the item is still open.", {
  stop: [0, "Nothing more"], repeat: [1, "Repeat the last step"],
});

export const policyChange = choice("policychange", "When the strategy changes", "What becomes of ladders that are under way.", {
  keepLevel: [0, "Keep the level, reckon the next day anew"], restart: [1, "Begin the ladder again"],
});

export const stepContext = choice("stepcontext", "Context", "What must be true of the debtor for a variant of a step.", {
  newOrder: [0, "New order"], recentPayment: [1, "Recent payment"], openPromise: [2, "Open promise"], openDispute: [3, "Open dispute"],
});

export const creditMode = choice("creditmode", "Open credits", "What open credit notes and unapplied payments do to dunning.", {
  ignore: [0, "Ignored"], list: [1, "Listed in the message"], net: [2, "Set off: nothing is dunned that they cover"],
});

export const severity = choice("severity", "Severity", "How serious a delinquency is.", {
  low: [0, "Low"], medium: [1, "Medium"], high: [2, "High"], critical: [3, "Critical"],
});

export const chargeKind = choice("chargekind", "Charge kind", "What a charge is.", {
  fee: [0, "Dunning fee"], interest: [1, "Late-payment interest"], flatCost: [2, "Flat recovery cost"],
});

export const chargeBase = choice("chargebase", "Fee", "How the fee of a step is reckoned.", {
  none: [0, "No fee"], fixed: [1, "Fixed amount"], percent: [2, "Percent of the open amount"], bands: [3, "By bands of the open amount"],
});

export const paidCharges = choice("paidcharges", "Charges of a paid item", "What becomes of open charges when the principal is paid.", {
  keep: [0, "Stay open"], waive: [1, "Are waived"],
});

export const holdCounting = choice("holdcounting", "Days on hold", "Whether the ladder counts the days of a hold.", {
  count: [0, "Count"], pause: [1, "Do not count"],
});

export const contactRuleKind = choice("contactrulekind", "Contact rule", "What a contact rule says.", {
  window: [0, "Only within these hours"], cap: [1, "At most so often"], pause: [2, "Not so soon after a conversation"], forbid: [3, "Not at all"], require: [4, "Only by this channel"],
});

export const contactRulePurpose = choice("contactrulepurpose", "Purpose of contact", "What a contact is for.", {
  courtesy: [0, "Courtesy"], dunning: [1, "Dunning"], statutory: [2, "Legal notice"],
});

export const templateKind = choice("templatekind", "Kind of template", "What a template is for; decides what its words must say.", {
  message: [0, "Message"], formalNotice: [1, "Formal notice"], envelope: [2, "Envelope"],
});

export const resolution = choice("resolution", "Resolution", "How far the items of a message are closed since.", {
  partly: [0, "Partly resolved"], wholly: [1, "Resolved"],
});

export const callOutcome = choice("calloutcome", "Outcome of a call", "What came of a phone call.", {
  rightParty: [0, "Reached the debtor"], promise: [1, "Promise taken"], noAnswer: [2, "No answer"], wrongNumber: [3, "Wrong number"], refused: [4, "Refused to pay"], disputed: [5, "Complained"],
});

export const taskOrder = choice("taskorder", "Order of tasks", "Whether departments work one after the other or at once.", {
  sequence: [0, "One after the other"], parallel: [1, "At once"],
});

export const alertKind = choice("alertkind", "Alert", "What an alert rule watches.", {
  overdueAmount: [0, "Overdue amount"], daysPastDue: [1, "Days past due"], lateDispute: [2, "Dispute past its deadline"], noAction: [3, "Critical debtor without action"],
});

export const rateFixing = choice("ratefixing", "Rate is fixed", "On which day the base rate is looked up.", {
  halfYear: [0, "First day of the calendar half-year"], daily: [1, "Every day"],
});

/** Why the last decision did or did not act on an open item. The codes are those of `domain/dunning/reasons.ts`. */
export const decisionReason = choice("decisionreason", "Decision reason", "Why the last decision did or did not remind about an item.", {
  reminded: [0, "Reminded"],
  notIssued: [1, "Not issued yet"],
  notOverdue: [2, "Not overdue"],
  stepNotDue: [3, "Next step not due"],
  paid: [4, "Paid"],
  cancelled: [5, "Cancelled"],
  disputed: [6, "In dispute"],
  held: [7, "On hold"],
  promised: [8, "Promised"],
  belowMinimum: [9, "Below the minimum amount"],
  ladderComplete: [10, "All steps done"],
  classNotDunnable: [11, "Credit class not dunned"],
  noStrategy: [12, "No strategy"],
  noAddress: [13, "No address for the channel"],
  noDueDate: [14, "No due date"],
  noTemplate: [15, "No text for the step"],
  creditNote: [16, "Credit note"],
  error: [17, "Error"],
  inLitigation: [18, "In litigation"],
  repaymentPlan: [19, "Repayment plan"],
  paymentInTransit: [20, "Payment in transit"],
  setOff: [21, "Covered by open credits"],
  paymentTypeNotDunnable: [22, "Payment type not dunned"],
  belowMinimumPercent: [23, "Below the minimum percent"],
  belowTolerance: [24, "Below the company's tolerance"],
  attemptsUsedUp: [25, "Attempts used up"],
  beforeDeadline: [26, "Payment deadline running"],
  awaitingApproval: [27, "Waits for approval"],
  contactDeferred: [28, "Contact deferred"],
  contactDenied: [29, "Contact not allowed"],
  vulnerable: [30, "Restricted"],
  insolvent: [31, "Insolvent or deceased"],
  manualReview: [32, "Reviewed by hand"],
  contactedRecently: [33, "Contacted recently"],
  previousNotSent: [34, "Previous step not sent yet"],
});

export const choices = [
  language, debtorKind, channel, contactPurpose, invoiceKind, tone, runMode, decisionReason,
  offsetBase, escalation, beginning, ladder, grouping, ladderEnd, policyChange, stepContext, creditMode, severity,
  chargeKind, chargeBase, paidCharges, holdCounting, contactRuleKind, contactRulePurpose, templateKind, callOutcome, taskOrder, alertKind, rateFixing, resolution,
] as const;
