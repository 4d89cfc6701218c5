import type { Units } from "./amounts";
import type { Fault } from "./fault";

/** One good line of the ledger: an instalment of a document of a customer. Days are "YYYY-MM-DD"; null = the file does not say. */
export interface Line {
  readonly line: number;
  /** Original text. */
  readonly text: string;
  readonly customer: Customer;
  readonly document: Document;
  readonly instalment: number;
  readonly paymentType: string | null;
  readonly dueDate: string | null;
  /** Never negative; the document's kind gives the sign. */
  readonly amount: Units;
  /** What is known of its payment; null when the map names neither column. */
  readonly payment: { readonly settledOn: string | null } | { readonly open: Units; readonly paidOn: string | null } | null;
  /** null when the map names no dispute flag. */
  readonly disputed: boolean | null;
  readonly warnings: readonly Fault[];
}

export interface Customer {
  readonly number: string;
  readonly name: string | null;
  readonly kind: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly email: string | null;
  readonly creditClass: string | null;
}

export interface Document {
  readonly number: string;
  readonly kind: "invoice" | "creditNote" | "debitNote";
  readonly issuedOn: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** A line that was not imported, as it goes to the reject file. */
export interface Reject {
  readonly line: number;
  /** The code of the first fault. */
  readonly code: string;
  /** All faults in words. */
  readonly reason: string;
  readonly text: string;
}

export const rejected = ({ line, text }: { readonly line: number; readonly text: string }, faults: readonly Fault[]): Reject =>
  ({ line, code: faults[0]?.code ?? "", reason: faults.map((fault) => fault.text).join(" "), text });

/** How messages call the document or instalment of a line. */
export const documentName = ({ document, instalment }: Line): string => `document ${document.number}, instalment ${instalment}`;
