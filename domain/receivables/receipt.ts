import type { Day } from "../calendar/day";
import type { Money } from "../money/money";
import type { Remittance } from "./settle";

/** Money of a debtor that no item has taken. */
export interface Receipt {
  readonly id: string;
  readonly name: string;
  /** Announced, or booked and not applied yet. */
  readonly state: "announced" | "booked";
  /** What of it is not applied. */
  readonly amount: Money;
  /** Day on which the money counts. */
  readonly valueOn: Day;
  readonly remittance: Remittance;
}
