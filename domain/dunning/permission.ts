import { isBusinessDay, nextBusinessDay, type Calendar } from "../calendar/business";
import { addDays } from "../calendar/arithmetic";
import { earliest, type Day } from "../calendar/day";
import type { Instant } from "../calendar/instant";
import { instantOf, localOf } from "../calendar/zones";
import { planningRules } from "../contactrules/calls";
import { checkContact, requiredChannels, type Answer, type Recipient } from "../contactrules/check";
import type { Contact } from "../contactrules/contactrule";
import type { Channel } from "../contactpoints/contactpoint";
import { fault, type Fault } from "../messages/fault";
import type { DebtorFacts } from "./facts";
import type { Policy } from "./policy";

/** What the contact rules say of a contact on the day of the decision. */
export interface Permission {
  readonly answer: Answer;
  /** Allowed, but not before this moment of the day; null = at once. */
  readonly notBefore: Instant | null;
  /** Its hours lie on free days alone, on which no run writes: what an administrator must mend. */
  readonly fault: Fault | null;
}

export interface Permissions {
  readonly of: (contact: Contact) => Permission;
  readonly required: (contact: Contact) => readonly Channel[];
  readonly recipient: Recipient;
  /** First day after this one on which a contact rule or a wish begins or is over; null = none. */
  readonly rulesChangeOn: () => Day | null;
}

const allowed: Permission = { answer: { verdict: "allow" }, notBefore: null, fault: null };

/** The debtor as contact rules see it: on its own clock and calendar, else the company's. */
export const recipientOf = ({ debtor, optOuts, contacts }: DebtorFacts, { company }: Policy, calendar: Calendar): Recipient => ({
  kind: debtor.kind, country: debtor.country, vulnerable: debtor.vulnerable, insolventOn: debtor.insolventOn, zone: debtor.zone ?? company.timeZone, calendar, optOuts, contacts,
});

/** By which rules a contact is judged, and whether a person asks for it. */
interface Judging { readonly contactRules: Policy["contactRules"]; readonly byPerson: boolean }

function permissionOn(day: Day, contact: Contact, who: Recipient, { contactRules, byPerson }: Judging): Permission {
  const at = instantOf({ day, minute: 0 }, who.zone);
  const answer = checkContact({ contact, at, byPerson }, who, planningRules(contact, who, contactRules));
  return answer.verdict === "defer" && localOf(answer.until, who.zone).day === day ? { ...allowed, notBefore: answer.until } : { answer, notBefore: null, fault: null };
}

/** Business days that are tried after a free one: hours come back every week, and no feast lasts six. */
const businessDaysTried = 30;

/** A run's contact that is put off to a free day, and that no business day after it allows either, would be put off for ever. */
function onFreeDaysAlone({ answer }: Permission, contact: Contact, who: Recipient, judging: Judging): Fault | null {
  if (judging.byPerson || answer.verdict !== "defer" || answer.fault.code !== "DULY-CONTACT-010") return null;
  let { day } = localOf(answer.until, who.zone);
  if (isBusinessDay(day, who.calendar)) return null;
  for (let tried = 0; tried < businessDaysTried; tried += 1) {
    day = nextBusinessDay(addDays(day, 1), who.calendar);
    if (permissionOn(day, contact, who, judging).answer.verdict === "allow") return null;
  }
  return fault("DULY-CONTACT-022", { rule: answer.rule });
}

function planned(asOf: Day, contact: Contact, who: Recipient, judging: Judging): Permission {
  const found = permissionOn(asOf, contact, who, judging);
  return { ...found, fault: onFreeDaysAlone(found, contact, who, judging) };
}

/** Days on which contact rules and wishes begin or are over. */
function turns({ contactRules }: Policy, { optOuts }: DebtorFacts, asOf: Day): Day | null {
  const spans = [...contactRules.map(({ validFrom, validTo }) => [validFrom, validTo] as const), ...optOuts.map(({ startsOn, endsOn }) => [startsOn, endsOn] as const)];
  return earliest(spans.flatMap(([first, last]) => [first, last === null ? null : addDays(last, 1)]).filter((day) => day !== null && day > asOf));
}

/** Contacts with one debtor on the day of a decision; each way is asked about once, for a debtor may have thousands of items. */
export function permissions({ facts, policy, calendar, asOf, byPerson = false }: { readonly facts: DebtorFacts; readonly policy: Policy; readonly calendar: Calendar; readonly asOf: Day; readonly byPerson?: boolean }): Permissions {
  const recipient = recipientOf(facts, policy, calendar);
  const known = new Map<string, Permission>();
  const free = policy.contactRules.length === 0 && facts.optOuts.length === 0;
  return {
    recipient, rulesChangeOn: () => turns(policy, facts, asOf),
    required: (contact) => (free ? [] : requiredChannels(contact, recipient, { rules: policy.contactRules, day: asOf })),
    of: (contact) => {
      if (free && contact.channel !== "phone") return allowed;
      const key = [contact.channel, contact.customChannelId ?? "", contact.purpose].join("|");
      const found = known.get(key) ?? planned(asOf, contact, recipient, { contactRules: policy.contactRules, byPerson });
      known.set(key, found);
      return found;
    },
  };
}
