import { parseInstant, type Instant } from "#domain/calendar/instant";
import { weekendsOnly } from "#domain/calendar/business";
import { zoneNamed, utc } from "#domain/calendar/zones";
import type { Asked, Recipient } from "#domain/contactrules/check";
import type { ContactRule } from "#domain/contactrules/contactrule";
import type { Contacted } from "#domain/contactrules/frequency";
import type { OptOut } from "#domain/contactrules/optout";
import type { Channel } from "#domain/contactpoints/contactpoint";
import { day } from "./facts";

/** A rule that speaks of every contact, unless the test says otherwise. */
export const contactRuleOf = (kind: ContactRule["kind"], parts: Partial<ContactRule> = {}): ContactRule => ({
  code: kind, name: `the ${kind} rule`, pack: "", kind, channel: null, customChannelId: null, purpose: null, debtorKind: null, country: null,
  hours: { weekdays: null, from: 0, to: 1440 }, most: 1, perDays: 7, validFrom: day("2020-01-01"), validTo: null, fault: null, ...parts,
});

/** A company without wishes or contacts, on the clock of UTC, weekends free. */
export const recipientWith = (parts: Partial<Recipient> = {}): Recipient =>
  ({ kind: "company", country: null, vulnerable: false, insolventOn: null, zone: utc, calendar: weekendsOnly, optOuts: [], contacts: [], ...parts });

export const instant = (text: string): Instant => {
  const found = parseInstant(text);
  if (found === null) throw new Error(`${text} is no moment`);
  return found;
};

export const zone = (name: string) => {
  const found = zoneNamed(name);
  if (found === null) throw new Error(`${name} is no zone`);
  return found;
};

/** A run's contact for dunning. */
export const asked = (channel: Channel, at: string, parts: Partial<Asked["contact"]> & { readonly byPerson?: boolean } = {}): Asked => {
  const { byPerson = false, ...contact } = parts;
  return { contact: { channel, customChannelId: null, purpose: "dunning", ...contact }, at: instant(at), byPerson };
};

export const contactedOn = (on: string, parts: Partial<Contacted> = {}): Contacted => ({ channel: "phone", purpose: "dunning", on: day(on), times: 1, conversation: false, ...parts });

export const optOutOf = (parts: Partial<OptOut> = {}): OptOut => ({ name: "STOP", channel: "sms", purpose: null, startsOn: day("2026-01-01"), endsOn: null, ...parts });
