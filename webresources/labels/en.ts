import { writtenDay } from "./day";
import type { Labels } from "./labels";

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

const offset = (count: number): string => {
  if (count === 0) return "on the due date";
  return count > 0 ? `${days(count)} after the due date` : `${days(-count)} before the due date`;
};

/** English texts of the form scripts. */
export const english: Labels = {
  offset: (count) => `This step acts ${offset(count)}.`,
  offsetFromPrevious: (count) => `This step acts ${days(count)} after the previous step was really sent.`,
  ladder: (other) => `Check the order: step ${other.sequence} "${other.name}" acts ${offset(other.plannedDays)}. A later step must act later.`,
  ladderUnknown: "The other steps of the strategy could not be checked.",
  promisePast: "The promised day is in the past.",
  messageKept: "This message has been dealt with and stays as it was told. Notes can be added.",
  day: writtenDay("en-GB"),
  counted: (count, reason) => `${count === 1 ? "1 item" : `${count} items`}: ${reason}`,
  nextAction: (day, reasons) => `${day === null ? "No action is planned." : `Next action on ${day}.`}${reasons.length === 0 ? "" : ` ${reasons.join(" · ")}`}`,
  reminded: "reminded",
  totalsUnread: "The totals could not be read.",
  notReadAgain: "The form could not be read again.",
  explanationUnknown: "The next action could not be determined.",
  reasons: {
    reminded: "a reminder is due", notIssued: "not issued yet", notOverdue: "not overdue", stepNotDue: "the next step is not due yet", paid: "paid", cancelled: "cancelled",
    disputed: "in dispute", held: "on hold", promised: "promised", belowMinimum: "below the minimum amount", ladderComplete: "all steps are done",
    classNotDunnable: "the credit class forbids reminders", noStrategy: "no strategy applies", noAddress: "no address for the channel", noDueDate: "no due date",
    noTemplate: "no template in a usable language", creditNote: "credit note", error: "an error occurred",
    inLitigation: "in litigation", repaymentPlan: "covered by a repayment plan", paymentInTransit: "a payment is in transit", setOff: "covered by open credits",
    paymentTypeNotDunnable: "the payment type forbids reminders", belowMinimumPercent: "below the minimum percent", belowTolerance: "below the company's tolerance",
    attemptsUsedUp: "the attempts are used up", beforeDeadline: "a payment deadline is running", awaitingApproval: "waits for approval", contactDeferred: "the contact is deferred",
    contactDenied: "the contact is not allowed", vulnerable: "restricted", insolvent: "insolvent or deceased", manualReview: "waits for a review", contactedRecently: "contacted recently", previousNotSent: "the previous step has not left yet",
  },
};
