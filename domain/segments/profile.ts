import type { Day } from "../calendar/day";
import type { Credit, Figures } from "./figures";

/** What is known of a debtor beside its items that segments are told by, and what the last decision left. */
export interface Profile extends Credit {
  /** Hundredths of a point; null = no history. */
  readonly score: number | null;
  readonly customerSince: Day | null;
  /** Segments whose FetchXML finds the debtor. */
  readonly foundBy: ReadonlySet<string>;
  readonly collectorId: string | null;
  /** Figures of the last decision; null = there was none. */
  readonly stored: Figures | null;
}

export const emptyProfile: Profile = { limit: null, openOrders: null, score: null, customerSince: null, foundBy: new Set(), stored: null, collectorId: null };
