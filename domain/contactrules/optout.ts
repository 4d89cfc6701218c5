import type { Day } from "../calendar/day";
import type { Channel } from "../contactpoints/contactpoint";
import type { ContactPurpose } from "../strategies/strategy";
import type { Contact } from "./contactrule";

/** A debtor's wish not to be contacted. */
export interface OptOut {
  readonly name: string;
  /** null = every channel but letters. */
  readonly channel: Channel | null;
  /** null = all but legal notices. */
  readonly purpose: ContactPurpose | null;
  readonly startsOn: Day;
  /** Last day; null = for good. */
  readonly endsOn: Day | null;
}

const speaksOf = ({ channel, purpose }: OptOut, contact: Contact): boolean =>
  (channel === null ? contact.channel !== "letter" : channel === contact.channel) && (purpose === null ? contact.purpose !== "statutory" : purpose === contact.purpose);

const last = ({ endsOn }: OptOut): string => endsOn ?? "9999-12-31";

/** The wish that stands against a contact on a day, the one that lasts longest; null when there is none. */
export const optOutOn = (optOuts: readonly OptOut[], contact: Contact, day: Day): OptOut | null =>
  optOuts.filter((one) => speaksOf(one, contact) && one.startsOn <= day && last(one) >= day)
    .reduce<OptOut | null>((longest, one) => (longest === null || last(one) > last(longest) ? one : longest), null);

/** What debtors write to be left alone, in the languages of the product. */
const words: ReadonlySet<string> = new Set(["stop", "stopp", "unsubscribe", "arret", "arrêt", "alto", "baja", "basta", "annulla", "leiratkozas", "leiratkozás", "abmelden", "desabonner"]);

/** Does a reply ask to be left alone? It does when it is one of the usual words and nothing else ("STOP!", "stop"). */
export const asksToStop = (reply: string): boolean => words.has(reply.trim().toLowerCase().replace(/[.!\s]+$/, ""));
