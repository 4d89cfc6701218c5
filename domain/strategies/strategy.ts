import type { Channel } from "../contactpoints/contactpoint";
import type { Fault } from "../messages/fault";
import type { Money } from "../money/money";

/** What a contact is for; contact rules and opt-outs go by it. */
export type ContactPurpose = "courtesy" | "dunning" | "statutory";

/** What may be true of a debtor on the day of a step. */
export type StepContext = "newOrder" | "recentPayment" | "openPromise" | "openDispute";

/** What a step does instead while something is true of the debtor. */
export interface StepVariant {
  /** Name of its row. */
  readonly name: string;
  readonly context: StepContext;
  /** How many days ago the order or payment may be; null = 7. */
  readonly days: number | null;
  /** Nothing is sent while the context lasts. */
  readonly skip: boolean;
  readonly templateId: string | null;
  readonly channel: Channel | null;
}

/** One step of a ladder. */
export interface Step {
  readonly id: string;
  /** Level that an item reaches by it, from 1. */
  readonly sequence: number;
  /** Days after the due date (negative = before it), or after the previous step as it was really sent. */
  readonly offset: number;
  readonly base: "dueDate" | "previousStep";
  readonly channel: Channel;
  /** Which further channel, when the channel is "other". */
  readonly customChannelId: string | null;
  readonly purpose: ContactPurpose;
  readonly templateId: string | null;
  /** Items with less open are not reminded by the step; null = any. */
  readonly minimum: Money | null;
  /** Smallest open part of an item's amount, in hundredths of a percent (10000 = all of it); null = any. */
  readonly minimumShare: number | null;
  /** The message waits for a second person. A legal step always does. */
  readonly needsApproval: boolean;
  /** The ladder hands over to legal here. */
  readonly legal: boolean;
  /** Days to pay that the message sets; the next step does not come before they are over. null = none. */
  readonly deadlineDays: number | null;
  /** How its fee is reckoned. */
  readonly fee: "none" | "fixed" | "percent" | "bands";
  /** Late-payment interest and the flat cost are reckoned and told, where a rule is active. */
  readonly interest: boolean;
  /** In the order in which they are tried. */
  readonly variants: readonly StepVariant[];
}

/** A ladder; its steps are in the order of their numbers. */
export interface Strategy {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
  /** Each item climbs for itself, or the debtor as a whole by its oldest open item. */
  readonly ladder: "item" | "debtor";
  readonly escalation: "oneStep" | "highestDue";
  /** Where an item begins that is already late when it is first seen. */
  readonly beginning: "firstStep" | "matchingStep";
  readonly grouping: "highestLevel" | "eachLevel";
  readonly end: "stop" | "repeat";
  /** Days between repetitions of the last step. */
  readonly repeatDays: number;
  /** Messages about one item in one ladder cycle; null = no cap. */
  readonly attempts: number | null;
  /** Days between two contacts of a run with the debtor, at least 1. */
  readonly daysBetween: number;
  readonly policyChange: "keepLevel" | "restart";
  /** Its id and, after a space, a fingerprint of all that its ladder is made of: names do not count. */
  readonly version: string;
  /** Why nobody may be reminded by it; null = it can be used. */
  readonly fault: Fault | null;
}
