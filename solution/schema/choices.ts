import { choice } from "../model/choice";

export const language = choice("language", "Language", "Language in which a debtor is addressed.", {
  english: [0, "English"], hungarian: [1, "Hungarian"], italian: [2, "Italian"], french: [3, "French"], spanish: [4, "Spanish"], german: [5, "German"],
});

export const debtorKind = choice("debtorkind", "Debtor kind", "What the debtor is in law; decides tone and which rules apply.", {
  company: [0, "Company"], naturalPerson: [1, "Natural person"], publicBody: [2, "Public body"],
});

export const channel = choice("channel", "Channel", "Means by which a debtor is contacted.", {
  email: [0, "E-mail"], letter: [1, "Letter"], sms: [2, "SMS"], phone: [3, "Phone call"],
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

export const disputeReason = choice("disputereason", "Dispute reason", "What the debtor complains about.", {
  price: [0, "Price"], quality: [1, "Quality"], delivery: [2, "Delivery"], quantity: [3, "Quantity"], other: [4, "Other"],
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
});

export const choices = [
  language, debtorKind, channel, contactPurpose, invoiceKind, tone, runMode, disputeReason, decisionReason,
] as const;
