import type { Day } from "../calendar/day";
import type { Instant } from "../calendar/instant";
import type { ItemCharges } from "../charges/charge";
import type { Channel } from "../contactpoints/contactpoint";
import type { Recipient } from "../contactrules/check";
import type { Fault } from "../messages/fault";
import type { Money } from "../money/money";
import type { PlanState } from "../plans/plan";
import type { PromiseState } from "../promises/promise";
import type { OpenItem } from "../receivables/item";
import type { DelinquencyChange } from "../segments/delinquency";
import type { Figures } from "../segments/figures";
import type { Segment } from "../segments/segment";
import type { Step } from "../strategies/strategy";
import type { Language } from "../templates/language";
import type { ChosenText, TemplateText } from "../templates/template";
import type { Credit } from "./credits";
import type { Outlook } from "./outlook";
import type { Signal } from "./signal";
import type { ItemReason, ReasonCode } from "./reasons";

/** An item that a communication speaks of. */
export interface Line {
  readonly item: OpenItem;
  readonly step: Step;
  readonly dueOn: Day;
  readonly daysPastDue: number;
  /** Days by which the ladder has moved against its plan: free days, waiting, a late start. */
  readonly shiftedDays: number;
  readonly open: Money;
  readonly delivery: Delivery;
}

/** By which words and to whom a step speaks to the debtor. */
export interface Delivery {
  readonly channel: Channel;
  readonly address: string;
  readonly fallback: Fallback | null;
  /** Template of the step, before variants of it are looked for. */
  readonly templateId: string;
  /** It leaves not before this moment; null = at once. */
  readonly notBefore: Instant | null;
  readonly text: ChosenText;
}

/** One message to the debtor, at the highest level among its lines. */
export interface PlanCommunication {
  readonly kind: "planCommunication";
  readonly channel: Channel;
  readonly address: string;
  readonly step: Step;
  readonly text: TemplateText;
  /** Template that it is written from. */
  readonly templateId: string;
  readonly total: Money;
  readonly lines: readonly Line[];
  /** Open credits that the message shows; empty where the company ignores them. */
  readonly credits: readonly Credit[];
  /** Channel that was wanted, and why another is used; null = the wanted one. */
  readonly fallback: Fallback | null;
  /** It leaves not before this moment, for calls: when; null = at once. */
  readonly scheduledFor: Instant | null;
  /** Whom it goes to, as contact rules see it. */
  readonly recipient: Recipient;
  /** Last day to pay that it sets. */
  readonly deadline: Day | null;
  /** It waits for a second person. */
  readonly needsApproval: boolean;
  /** The items reach its step; no = a person says once more what the level says. */
  readonly movesLadder: boolean;
  /** Fees, interest and flat costs that it tells, by item. */
  readonly charges: readonly ItemCharges[];
}

/** Why a message goes by another channel than was wanted. */
export interface Fallback { readonly wanted: Channel; readonly fault: Fault }

/** The item reached a level today; one whose message waits for a second person reaches it when that person approves. */
export interface AdvanceItem {
  readonly kind: "advanceItem";
  readonly itemId: string;
  readonly stepId: string;
  readonly level: number;
  readonly cycle: number;
  readonly attempts: number;
  readonly deadline: Day | null;
  /** Version of the strategy that the step is of. */
  readonly version: string | null;
  readonly reason: Extract<ReasonCode, "reminded">;
  readonly outlook: Outlook;
}

/** The item stays where it is; why, and until when, changed. */
export interface SetReason {
  readonly kind: "setReason";
  readonly itemId: string;
  readonly reason: ReasonCode;
  readonly outlook: Outlook;
  /** Level that it falls back to; null = it stays. */
  readonly level: number | null;
}

export interface JudgePromise {
  readonly kind: "judgePromise";
  readonly promiseId: string;
  readonly state: Exclude<PromiseState, "open">;
  readonly paid: Money;
}

export interface JudgePlan {
  readonly kind: "judgePlan";
  readonly planId: string;
  readonly state: Exclude<PlanState, "open">;
}

/** The debtor is told that a promise is broken. */
export interface SignalPromise {
  readonly kind: "signalPromise";
  readonly promiseId: string;
  readonly signal: Signal;
}

/** The debtor's own row changed: when it is looked at again, its level, its last reminder. */
export interface ScheduleDebtor {
  readonly kind: "scheduleDebtor";
  readonly outlook: Outlook;
  readonly level: number;
  readonly lastActionOn: Day | null;
}

/** What the debtor owes changed. */
export interface SetFigures { readonly kind: "setFigures"; readonly figures: Figures }

/** Another segment matches, or none any more; the values that matched. */
export interface MoveSegment { readonly kind: "moveSegment"; readonly segment: Segment | null; readonly because: string }

/** The debtor became delinquent, more so, or no longer is. */
export interface ChangeDelinquency { readonly kind: "changeDelinquency"; readonly change: DelinquencyChange }

export type Action = PlanCommunication | AdvanceItem | SetReason | JudgePromise | JudgePlan | SignalPromise | ScheduleDebtor | SetFigures | MoveSegment | ChangeDelinquency;

/** What the rules conclude for one debtor as of one day. */
export interface Decision {
  readonly actions: readonly Action[];
  /** One for every item, in the order of due date, name and id. */
  readonly reasons: readonly ItemReason[];
  /** First day on which something can change; null = when something happens to the debtor. */
  readonly nextActionOn: Day | null;
  /** Where the strategy came from. */
  readonly strategy: { readonly name: string; readonly source: string } | null;
  /** What an administrator must mend. */
  readonly faults: readonly Fault[];
  /** What was done otherwise than wanted. */
  readonly warnings: readonly { readonly wanted: Language; readonly used: Language }[];
}
