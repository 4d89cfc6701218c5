import type { Channel, ContactPoint } from "../contactpoints/contactpoint";
import type { Day } from "../calendar/day";
import type { Zone } from "../calendar/zones";
import type { Contacted } from "../contactrules/frequency";
import type { OptOut } from "../contactrules/optout";
import type { Dispute } from "../disputes/dispute";
import type { Hold } from "../holds/hold";
import type { Money } from "../money/money";
import type { Fault } from "../messages/fault";
import type { OpenPlan } from "../plans/plan";
import type { OpenPromise } from "../promises/promise";
import type { OpenItem } from "../receivables/item";
import type { Receipt } from "../receivables/receipt";
import type { Profile } from "../segments/profile";
import type { DebtorKind } from "../segments/segment";
import type { Language } from "../templates/language";
import { noOutlook, type Outlook } from "./outlook";
import type { ReasonCode } from "./reasons";

/** What the last decision left on an item; only differences are written. */
export interface StoredVerdict extends Outlook {
  readonly reason: ReasonCode | null;
  readonly cycle: number;
  readonly deadline: Day | null;
  readonly version: string | null;
}

/** What is on an item that was never decided. */
export const neverDecided: StoredVerdict = { reason: null, cycle: 0, deadline: null, version: null, ...noOutlook };

/** An item whose row cannot be read as one: it is set apart, the debtor's other items are decided. */
export interface BrokenItem {
  readonly id: string;
  readonly fault: Fault;
}

export interface LastPromise { readonly on: Day; readonly amount: Money }

/** A user or a team. */
export interface Owner { readonly table: "systemuser" | "team"; readonly id: string }

export interface Debtor {
  readonly id: string;
  readonly kind: DebtorKind;
  readonly country: string | null;
  /** What segments are told by. */
  readonly profile: Profile;
  readonly number: string;
  readonly name: string;
  readonly language: Language | null;
  readonly preferredChannel: Channel | null;
  /** null = the company's. */
  readonly calendarId: string | null;
  /** How messages address the contact; empty = not known. */
  readonly salutation: string;
  /** Of the promises that are open, or broken and not told yet, the one that was taken last. */
  readonly lastPromise: LastPromise | null;
  /** Who looks after it. */
  readonly ownerName: string;
  readonly creditClassId: string | null;
  readonly segmentId: string | null;
  readonly strategyId: string | null;
  readonly level: number;
  readonly lastActionOn: Day | null;
  readonly outlook: Outlook;
  readonly lastOrderOn: Day | null;
  /** Day of the newest payment as far as it was asked for; null = none, or nobody asked. */
  readonly lastPaymentOn: Day | null;
  /** Only people write to this debtor. */
  readonly vulnerable: boolean;
  /** Insolvent or deceased from this day; null = neither. */
  readonly insolventOn: Day | null;
  /** What a run would send waits for a person. */
  readonly manualReview: boolean;
  /** Who owns its row; null = not known. */
  readonly owner: Owner | null;
  /** Whose clock shows its hours; null = the company's. */
  readonly zone: Zone | null;
}

/** All that a decision about one debtor knows. */
export interface DebtorFacts {
  readonly debtor: Debtor;
  readonly items: readonly OpenItem[];
  readonly broken: readonly BrokenItem[];
  /** Promises that were not judged yet. */
  readonly promises: readonly OpenPromise[];
  /** Promises that were found broken lately and of which the debtor was not told. */
  readonly untold: readonly OpenPromise[];
  /** Repayment plans that were not judged yet. */
  readonly plans: readonly OpenPlan[];
  readonly disputes: readonly Dispute[];
  readonly holds: readonly Hold[];
  /** Money that no item has taken. */
  readonly receipts: readonly Receipt[];
  readonly contactPoints: readonly ContactPoint[];
  /** Wishes not to be contacted, also those that are over. */
  readonly optOuts: readonly OptOut[];
  /** Contacts that were made or are planned, as far back as the contact rules count them. */
  readonly contacts: readonly Contacted[];
  /** Items with a message that waits for approval -> the step that it tells. */
  readonly awaitingApproval: ReadonlyMap<string, number>;
  /** Items with a message that is to leave and has not left yet -> the highest step that such a message tells. */
  readonly unsent: ReadonlyMap<string, number>;
  /** By item id; an item without an entry was never decided. */
  readonly stored: ReadonlyMap<string, StoredVerdict>;
}
