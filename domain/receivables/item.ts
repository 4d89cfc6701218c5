import type { Day } from "../calendar/day";
import type { Money } from "../money/money";

export type DocumentKind = "invoice" | "creditNote" | "debitNote";
export type DocumentStatus = "posted" | "draft" | "cancelled";
export type ItemStatus = "open" | "partlyPaid" | "returned" | "rescheduled" | "inLitigation" | "paid" | "cancelled" | "writtenOff";

/** A part of a payment that was applied to an item. */
export interface Allocation {
  readonly bookedOn: Day;
  /** Day on which the money counts; absent where nobody asked for it: then the booking day. */
  readonly valueOn?: Day;
  readonly amount: Money;
}

/** An instalment of a document, as stored. */
export interface OpenItem {
  readonly id: string;
  /** Document number and instalment. */
  readonly name: string;
  readonly document: { readonly number: string; readonly kind: DocumentKind; readonly status: DocumentStatus };
  readonly instalment: number;
  readonly status: ItemStatus;
  readonly issuedOn: Day | null;
  readonly dueOn: Day | null;
  readonly amount: Money;
  /** Amount less ALL allocations, also those booked in the future of a decision. */
  readonly openAmount: Money;
  /** Those that the decision needs: all booked after its day, and all since a promise about the item was taken. */
  readonly allocations: readonly Allocation[];
  readonly ladder: LadderPosition;
  readonly paymentTypeId: string | null;
  /** Strategy for this item alone. */
  readonly strategyId: string | null;
}

/** How far an item has climbed its strategy. */
export interface LadderPosition {
  /** Number of the last step done; 0 = none. */
  readonly level: number;
  /** How often the ladder was begun before. */
  readonly cycle: number;
  readonly lastActionOn: Day | null;
  /** Messages about it in this cycle. */
  readonly attempts: number;
  /** Last day to pay that the last message set. */
  readonly deadline: Day | null;
  /** Version of the strategy that the last step was of; null = not known. */
  readonly version: string | null;
}
