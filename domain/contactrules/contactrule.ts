import type { Day } from "../calendar/day";
import type { Channel } from "../contactpoints/contactpoint";
import { stop, type Fault } from "../messages/fault";
import type { DebtorKind } from "../segments/segment";
import type { ContactPurpose } from "../strategies/strategy";

export type ContactRuleKind = "window" | "cap" | "pause" | "forbid" | "require";

/** Hours of a day on the debtor's clock, in minutes; the end is not included. */
export interface Hours {
  /** 0 = Sunday; null = business days of the debtor. */
  readonly weekdays: readonly number[] | null;
  readonly from: number;
  readonly to: number;
}

/** A dated rule on contacts; a condition that is null does not constrain. */
export interface ContactRule {
  readonly code: string;
  readonly name: string;
  /** Rules of one pack complement each other: hours and required channels add up. Those of different packs must all hold. */
  readonly pack: string;
  readonly kind: ContactRuleKind;
  /** Channel that it governs; of a required channel: that channel. */
  readonly channel: Channel | null;
  readonly customChannelId: string | null;
  readonly purpose: ContactPurpose | null;
  readonly debtorKind: DebtorKind | null;
  readonly country: string | null;
  readonly hours: Hours;
  /** Contacts in the period. */
  readonly most: number;
  /** Length of the period, or of the pause, in days. */
  readonly perDays: number;
  readonly validFrom: Day;
  /** Last day; null = still valid. */
  readonly validTo: Day | null;
  /** Why the row cannot be used; it stops the debtors that it governs, and nobody else. */
  readonly fault: Fault | null;
}

/** What is to be done: by which channel and what for. */
export interface Contact {
  readonly channel: Channel;
  /** Which further channel, when the channel is "other". */
  readonly customChannelId: string | null;
  readonly purpose: ContactPurpose;
}

const sameCountry = (left: string, right: string | null): boolean => left.toUpperCase() === right?.toUpperCase();

const sameChannel = (rule: ContactRule, contact: Contact): boolean =>
  rule.channel === contact.channel && (rule.customChannelId === null || rule.customChannelId === contact.customChannelId);

/** Does a rule speak of a contact with a debtor? A required channel speaks of every channel. Stops when the row of the rule is broken. */
export function governs(rule: ContactRule, contact: Contact, { kind, country }: { readonly kind: DebtorKind; readonly country: string | null }): boolean {
  const applies = (rule.kind === "require" || rule.channel === null || sameChannel(rule, contact))
    && (rule.purpose === null || rule.purpose === contact.purpose) && (rule.debtorKind === null || rule.debtorKind === kind)
    && (rule.country === null || sameCountry(rule.country, country));
  return applies && rule.fault !== null ? stop(rule.fault.code, rule.fault.parameters) : applies;
}

export const inForce = (rule: ContactRule, day: Day): boolean => rule.validFrom <= day && (rule.validTo === null || rule.validTo >= day);

/** Rules by the pack that they belong to, in the order of the packs. */
export function byPack(rules: readonly ContactRule[]): readonly (readonly ContactRule[])[] {
  const packs = new Map<string, ContactRule[]>();
  for (const rule of rules) packs.set(rule.pack, [...packs.get(rule.pack) ?? [], rule]);
  return [...packs.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, own]) => own);
}
