import { addDays } from "../calendar/arithmetic";
import { earlier, later, type Day } from "../calendar/day";
import type { Channel } from "../contactpoints/contactpoint";
import type { ContactPurpose } from "../strategies/strategy";
import type { ContactRule } from "./contactrule";

/** A contact that was made or is planned, on a day of the debtor's clock. */
export interface Contacted {
  readonly channel: Channel;
  readonly purpose: ContactPurpose;
  readonly on: Day;
  /** How often: calls without an answer are repeated. */
  readonly times: number;
  /** The debtor was spoken to. */
  readonly conversation: boolean;
}

const counts = ({ channel, purpose }: Pick<ContactRule, "channel" | "purpose">, one: Contacted): boolean =>
  (channel === null || channel === one.channel) && (purpose === null || purpose === one.purpose);

/**
 * First day from a day on that no rolling period holds too many contacts with; null = none. Contacts planned later count where one period holds them and the day.
 * Source of the counting: 12 CFR 1006.14(b)(2), seven within seven consecutive days.
 */
export function underCap({ most, perDays, ...rule }: ContactRule, contacts: readonly Contacted[], day: Day): Day | null {
  if (most < 1) return null;
  const days = contacts.filter((one) => counts(rule, one)).flatMap(({ on, times }) => Array.from({ length: times }, () => on)).sort();
  return days.reduce((found, first, index) => {
    const last = days[index + most - 1];
    if (last === undefined) return found;
    const free = addDays(first, perDays);
    return later(last, found) < addDays(earlier(first, found), perDays) ? free : found;
  }, day);
}

/** First day from a day on that lies so many days after the last conversation. */
export const afterPause = ({ perDays }: ContactRule, contacts: readonly Contacted[], day: Day): Day =>
  contacts.filter(({ conversation, on }) => conversation && on <= day).reduce((free, { on }) => later(free, addDays(on, perDays)), day);
