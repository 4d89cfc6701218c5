import type { Day } from "../calendar/day";
import type { Currency, Money } from "../money/money";
import { sum } from "../money/money";

export type ChargeKind = "fee" | "interest" | "flatCost";

/** Shown and posted ones are asked for, paid and waived ones no longer. */
export type ChargeState = "shown" | "posted" | "paid" | "waived";

/** A charge that was made before. */
export interface Charge {
  readonly kind: ChargeKind;
  readonly itemId: string;
  /** Nothing is charged twice under one key. */
  readonly key: string;
  readonly amount: Money;
  readonly state: ChargeState;
  /** Last day of interest; null = not known. */
  readonly endsOn: Day | null;
}

/** A charge that a message makes. */
export interface NewCharge {
  readonly kind: ChargeKind;
  readonly itemId: string;
  readonly itemName: string;
  readonly stepId: string;
  readonly key: string;
  readonly amount: Money;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Periods, days and rates as reckoned; "" for a fee. */
  readonly rates: string;
}

/** Charges of an item as a message tells them: those made before that are still asked for, and those that it makes. */
export interface ItemCharges {
  readonly itemId: string;
  readonly earlier: readonly Charge[];
  readonly added: readonly NewCharge[];
}

export const isAskedFor = ({ state }: Charge): boolean => state === "shown" || state === "posted";

/** Sum of the charges of items, of one kind or of all. The charges are in the currency given. */
export const chargesTotal = (charges: readonly ItemCharges[], currency: Currency, kind: ChargeKind | null = null): Money =>
  sum(charges.flatMap(({ earlier, added }) => [...earlier, ...added]).filter((one) => kind === null || one.kind === kind).map((one) => one.amount), currency);
