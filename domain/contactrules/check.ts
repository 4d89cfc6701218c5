import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import { clockText, type Instant } from "../calendar/instant";
import { instantOf, localOf, type Zone } from "../calendar/zones";
import type { Channel } from "../contactpoints/contactpoint";
import { fault, type Fault } from "../messages/fault";
import type { DebtorKind } from "../segments/segment";
import { byPack, governs, inForce, type Contact, type ContactRule } from "./contactrule";
import { afterPause, underCap, type Contacted } from "./frequency";
import { daysAhead, withinHours, type Place } from "./hours";
import { optOutOn, type OptOut } from "./optout";

/** Whom a contact is with. */
export interface Recipient extends Place {
  readonly kind: DebtorKind;
  readonly country: string | null;
  /** Only people contact this debtor. */
  readonly vulnerable: boolean;
  /** Insolvent or deceased from this day; null = neither. */
  readonly insolventOn: Day | null;
  readonly optOuts: readonly OptOut[];
  readonly contacts: readonly Contacted[];
}

/** The rule that decided, by name, and what it says. */
interface Ruling { readonly rule: string; readonly fault: Fault }

export type Answer =
  | { readonly verdict: "allow" }
  | Ruling & { readonly verdict: "defer"; readonly until: Instant }
  /** `until` = last day of a wish that ends by itself. */
  | Ruling & { readonly verdict: "deny"; readonly until: Day | null };

/** What is asked: a contact at a moment, by a person or by a run. */
export interface Asked { readonly contact: Contact; readonly at: Instant; readonly byPerson: boolean }

const allow: Answer = { verdict: "allow" };

const deny = (rule: string, found: Fault, until: Day | null = null): Answer => ({ verdict: "deny", rule, fault: found, until });

/** "2026-03-05 10:00" on the clocks of a zone. */
export function localText(moment: Instant, zone: Zone): string {
  const { day, minute } = localOf(moment, zone);
  return `${day} ${clockText(minute)}`;
}

/** What the debtor's own state says. */
function byState({ byPerson }: Asked, { insolventOn, vulnerable }: Recipient, day: Day): Answer | null {
  if (insolventOn !== null && insolventOn <= day) return deny("insolvent", fault("DULY-CONTACT-017", { since: insolventOn }));
  return vulnerable && !byPerson ? deny("vulnerable", fault("DULY-CONTACT-016")) : null;
}

/** What the debtor wishes. */
function byWish({ contact }: Asked, { optOuts }: Recipient, day: Day): Answer | null {
  const found = optOutOn(optOuts, contact, day);
  return found === null ? null : deny(found.name, fault("DULY-CONTACT-015", { rule: found.name, channel: contact.channel, since: found.startsOn }), found.endsOn);
}

/** Channels that a pack requires; no pack with such a rule = any. */
const required = (rules: readonly ContactRule[]): readonly (readonly ContactRule[])[] => byPack(rules.filter(({ kind }) => kind === "require"));

/** Channels that rules require for a contact on a day, in the order of their packs. */
export const requiredChannels = (contact: Contact, who: Recipient, { rules, day }: { readonly rules: readonly ContactRule[]; readonly day: Day }): readonly Channel[] =>
  required(rules.filter((rule) => inForce(rule, day) && governs(rule, contact, who))).flatMap((pack) => pack.flatMap(({ channel }) => channel ?? []));

/** What forbids the channel altogether. */
function byChannel({ contact }: Asked, rules: readonly ContactRule[]): Answer | null {
  const forbidding = rules.find(({ kind }) => kind === "forbid");
  if (forbidding !== undefined) return deny(forbidding.name, fault("DULY-CONTACT-013", { rule: forbidding.name, channel: contact.channel }));
  const other = required(rules).find((pack) => !pack.some(({ channel }) => channel === contact.channel));
  const [first] = other ?? [];
  if (other === undefined || first === undefined) return null;
  return deny(first.name, fault("DULY-CONTACT-014", { rule: first.name, channels: other.map(({ channel }) => channel ?? "").join(", ") }));
}

/** One rule, or the hours of one pack, that may put a contact off: the first moment from a moment on that it allows; null = none. */
interface Limit { readonly rule: string; readonly code: "DULY-CONTACT-010" | "DULY-CONTACT-011" | "DULY-CONTACT-012"; readonly most: number; readonly days: number; readonly first: (moment: Instant) => Instant | null }

/** A rule that counts days, as one that gives moments. */
function byDays(rule: ContactRule, { zone }: Recipient, firstDay: (day: Day) => Day | null): Limit["first"] {
  return (moment) => {
    const { day } = localOf(moment, zone);
    const found = inForce(rule, day) ? firstDay(day) : day;
    if (found === null || found === day) return found === null ? null : moment;
    return instantOf({ day: found, minute: 0 }, zone);
  };
}

function limitOf(rule: ContactRule, who: Recipient): Limit | null {
  const shared = { rule: rule.name, most: rule.most, days: rule.perDays };
  if (rule.kind === "cap") return { ...shared, code: "DULY-CONTACT-011", first: byDays(rule, who, (day) => underCap(rule, who.contacts, day)) };
  return rule.kind === "pause" ? { ...shared, code: "DULY-CONTACT-012", first: byDays(rule, who, (day) => afterPause(rule, who.contacts, day)) } : null;
}

function hoursOfPack(rules: readonly ContactRule[], who: Recipient): Limit {
  const hoursOn = (day: Day) => rules.filter((rule) => inForce(rule, day)).map(({ hours }) => hours);
  return { rule: rules[0]?.name ?? "", code: "DULY-CONTACT-010", most: 0, days: 0, first: (moment) => withinHours(hoursOn, who, moment) };
}

const limitsOf = (rules: readonly ContactRule[], who: Recipient): readonly Limit[] =>
  [...rules.flatMap((rule) => limitOf(rule, who) ?? []), ...byPack(rules.filter(({ kind }) => kind === "window")).map((pack) => hoursOfPack(pack, who))];

/** The limit that, left alone, would put a contact off longest: rules that only round its day to their hours did not decide. null = none puts it off. */
function decisiveOf(limits: readonly Limit[], at: Instant): Limit | null {
  const alone = limits.map((limit) => ({ limit, until: limit.first(at) ?? at }));
  return alone.reduce<(typeof alone)[number] | null>((furthest, one) => (one.until > (furthest?.until ?? at) ? one : furthest), null)?.limit ?? null;
}

/** The first moment that all limits allow; the rule that by itself puts it off longest decided. */
function byTime({ at }: Asked, rules: readonly ContactRule[], who: Recipient): Answer {
  const limits = limitsOf(rules, who);
  const end = at + daysAhead * 1440;
  let moment = at;
  for (let index = 0; index < limits.length;) {
    const limit = limits[index];
    if (limit === undefined) break;
    const first = limit.first(moment);
    if (first === null || first > end) return deny(limit.rule, fault("DULY-CONTACT-018", { rule: limit.rule, days: daysAhead }));
    index = first === moment ? index + 1 : 0;
    moment = first;
  }
  const decisive = decisiveOf(limits, at);
  if (decisive === null) return allow;
  const { rule, code, most, days } = decisive;
  return { verdict: "defer", until: moment, rule, fault: fault(code, { rule, most, days, until: localText(moment, who.zone) }) };
}

/**
 * May a debtor be contacted by a channel, at a moment, for a purpose? Allowed; put off until a moment that every rule allows; or denied.
 * What is denied goes before what is put off; every answer but "allow" names the rule that decided. Stops when the row of a rule that governs the contact is broken.
 */
export function checkContact(asked: Asked, who: Recipient, rules: readonly ContactRule[]): Answer {
  const { day } = localOf(asked.at, who.zone);
  const governing = rules.filter((rule) => governs(rule, asked.contact, who));
  return byState(asked, who, day) ?? byWish(asked, who, day) ?? byChannel(asked, governing.filter((rule) => inForce(rule, day))) ?? byTime(asked, governing, who);
}

/** First day on which an answer can change by itself; null = only when something happens. */
export function changesOn(answer: Answer, zone: Zone): Day | null {
  if (answer.verdict === "allow") return null;
  if (answer.verdict === "defer") return localOf(answer.until, zone).day;
  return answer.until === null ? null : addDays(answer.until, 1);
}
