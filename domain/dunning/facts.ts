import type { ContactPoint } from "../contactpoints/contactpoint";
import type { Day } from "../calendar/day";
import type { Dispute } from "../disputes/dispute";
import type { Hold } from "../holds/hold";
import type { Fault } from "../messages/fault";
import type { OpenPromise } from "../promises/promise";
import type { OpenItem } from "../receivables/item";
import type { Traits } from "../segments/segment";
import type { Language } from "../templates/language";
import type { ReasonCode } from "./reasons";

/** What the last decision left on an item; only differences are written. */
export interface StoredVerdict {
  readonly reason: ReasonCode | null;
  readonly nextActionOn: Day | null;
  readonly cycle: number;
}

/** An item whose row cannot be read as one: it is set apart, the debtor's other items are decided. */
export interface BrokenItem {
  readonly id: string;
  readonly fault: Fault;
}

export interface Debtor extends Traits {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly language: Language | null;
  readonly creditClassId: string | null;
  readonly segmentId: string | null;
  readonly strategyId: string | null;
  readonly level: number;
  readonly lastActionOn: Day | null;
  readonly nextActionOn: Day | null;
}

/** All that a decision about one debtor knows. */
export interface DebtorFacts {
  readonly debtor: Debtor;
  readonly items: readonly OpenItem[];
  readonly broken: readonly BrokenItem[];
  /** Promises that were not judged yet. */
  readonly promises: readonly OpenPromise[];
  readonly disputes: readonly Dispute[];
  readonly holds: readonly Hold[];
  readonly contactPoints: readonly ContactPoint[];
  /** By item id; an item without an entry was never decided. */
  readonly stored: ReadonlyMap<string, StoredVerdict>;
}
