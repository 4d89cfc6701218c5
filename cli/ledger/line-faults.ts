import { quoted, type Fault } from "./fault";

const fault = (number: number, text: string): Fault => ({ code: `DULY-LEDGER-${number}`, text });

/** Why a line is rejected. Every text names what was found and what would be right. */
export const lineFaults = {
  brokenQuote: () => fault(101, 'A quotation mark is not closed, or stands inside an unquoted cell; quote the whole cell and double the mark: "5"" pipe".'),
  width: (found: number, expected: number) => fault(102, `The line has ${found} cells, the header ${expected}.`),
  missing: (what: string) => fault(103, `The ${what} is empty.`),
  unreadableDate: (what: string, found: string, format: string) => fault(104, `The ${what} ${quoted(found)} is not written as ${format}.`),
  impossibleDate: (what: string, found: string) => fault(105, `The ${what} ${quoted(found)} is no day of the calendar (1900 to 2199).`),
  unreadableAmount: (what: string, found: string, sign: string) => fault(106, `The ${what} ${quoted(found)} is no number with the decimal sign ${quoted(sign)}.`),
  precision: (what: string, found: string, money: { readonly code: string; readonly decimals: number }) =>
    fault(107, `The ${what} ${quoted(found)} has more decimals than ${money.code} has (${money.decimals}).`),
  tooLarge: (what: string, found: string) => fault(108, `The ${what} ${quoted(found)} is larger than a money column holds (100 billion).`),
  unknownCurrency: (found: string, known: readonly string[]) => fault(109, `The currency ${quoted(found)} is not among the currencies of the store: ${known.join(", ")}; add it to the table Currencies with its rate first.`),
  unknownValue: (what: string, found: string, known: string) => fault(110, `The ${what} ${quoted(found)} is not known; it must be ${known}, or the map must translate it under "values".`),
  instalment: (found: string) => fault(111, `The instalment ${quoted(found)} is not a whole number from 1.`),
  tooLong: (what: string, length: number, longest: number) => fault(112, `The ${what} has ${length} characters; at most ${longest} are kept.`),
  negative: (found: string, kind: string) => fault(113, `The amount ${quoted(found)} is negative, but the document is of kind ${kind}; only a credit note may be negative.`),
  openBeyondAmount: (open: string, amount: string) => fault(114, `The open amount ${quoted(open)} is not between 0 and the amount ${quoted(amount)}.`),
  unknownCreditClass: (found: string) => fault(115, `There is no credit class with the code ${quoted(found)}; add it to the table Credit classes or to the policy pack first.`),
  duplicate: (document: string, line: number) => fault(116, `Line ${line} already gives ${document}, with other content.`),
  otherDocument: (document: string, line: number, what: string) => fault(117, `Line ${line} gives ${document} with another ${what}; all instalments of a document share it.`),
  storedElsewhere: (document: string, what: string) => fault(118, `The store has ${document} with another ${what}; cancel that document first if the ledger is right.`),
  belowPaid: (amount: string, paid: string) => fault(119, `The amount was changed to ${amount}, but ${paid} are already paid on the item.`),
  openRose: (stored: string, found: string) => fault(120, `The open amount rose from ${stored} to ${found}; cancel the payment that was taken back, then import again.`),
  settlementChanged: (reference: string, stored: string, found: string) =>
    fault(121, `The payment ${quoted(reference)} is stored as ${stored}, the file says ${found}; cancel that payment, then import again.`),
  refused: (reason: string) => fault(122, `The store refused it: ${reason}`),
};

/** What is imported but deserves a look. */
export const lineWarnings = {
  dueBeforeIssue: (due: string, issued: string) => fault(201, `The due date ${due} is before the issue date ${issued}.`),
  noDueDate: () => fault(202, "The due date is empty; the item is never reminded."),
  email: (found: string) => fault(203, `${quoted(found)} is no e-mail address; the line is imported without it.`),
  repeated: (document: string, line: number) => fault(204, `Line ${line} already gives ${document}, with the same content.`),
};
