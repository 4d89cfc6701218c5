import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import type { Day } from "../calendar/day";
import type { Instant } from "../calendar/instant";
import { instantOf, localOf } from "../calendar/zones";
import { checkContact, type Recipient } from "./check";
import { governs, type Contact, type ContactRule, type Hours } from "./contactrule";
import { daysAhead, withinHours, type Place } from "./hours";

/** When nothing else is said about the hours of calls: business days from 9 to 17 on the debtor's clock. */
const usualHours: ContactRule = {
  code: "usual-call-hours", name: "usual hours of calls", pack: "", kind: "window", channel: "phone", customChannelId: null, purpose: null, debtorKind: null, country: null,
  hours: { weekdays: null, from: 540, to: 1020 }, most: 0, perDays: 0, validFrom: "0001-01-01" as Day, validTo: null, fault: null,
};

/** The rules by which a contact is planned: a call has an hour, also where no rule speaks of hours. */
export const planningRules = (contact: Contact, who: Recipient, rules: readonly ContactRule[]): readonly ContactRule[] =>
  (contact.channel !== "phone" || rules.some((rule) => rule.kind === "window" && governs(rule, contact, who)) ? rules : [...rules, usualHours]);

/** Hours of the collector who calls, on the company's clock and calendar. */
export interface Shift extends Place { readonly hours: Hours }

/** Calls to one debtor about one step at most; a call that nobody answers is repeated until then. */
export const callsAtMost = 3;

/**
 * First moment from `from` on that suits the debtor, the contact rules and the collector; null when there is none within a year, or when a rule denies the call.
 * `shift` null = the collector has no hours of his own.
 */
export function callMoment(from: Instant, contact: Contact, { who, rules, shift }: { readonly who: Recipient; readonly rules: readonly ContactRule[]; readonly shift: Shift | null }): Instant | null {
  const governing = planningRules(contact, who, rules);
  let moment = from;
  for (let tried = 0; tried < daysAhead; tried += 1) {
    const answer = checkContact({ contact, at: moment, byPerson: true }, who, governing);
    if (answer.verdict === "deny") return null;
    const suited = answer.verdict === "defer" ? answer.until : moment;
    const worked = shift === null ? suited : withinHours(() => [shift.hours], shift, suited);
    if (worked === null || (worked === moment && suited === moment)) return worked;
    moment = worked;
  }
  return null;
}

/** Where a call that nobody answered is tried again: from the beginning of the debtor's next business day. */
export const nextAttempt = (at: Instant, { zone, calendar }: Place): Instant =>
  instantOf({ day: nextBusinessDay(addDays(localOf(at, zone).day, 1), calendar), minute: 0 }, zone);
