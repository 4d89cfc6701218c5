import { nextBusinessDay } from "../calendar/business";
import { earliest, type Day } from "../calendar/day";
import type { Instant } from "../calendar/instant";
import { addressFor, type Channel } from "../contactpoints/contactpoint";
import { changesOn, localText, type Answer } from "../contactrules/check";
import type { Contact } from "../contactrules/contactrule";
import { fault, stop, type Parameters } from "../messages/fault";
import type { Fallback } from "./actions";
import type { World } from "./world";

/** A channel that may be used, the address for it, and from when. */
export interface Way { readonly channel: Channel; readonly address: string; readonly notBefore: Instant | null; readonly fallback: Fallback | null }

/** What stands against every channel: the rule that decided, and the day on which that can change. */
export interface Barred { readonly reason: "contactDeferred" | "contactDenied"; readonly channel: Channel; readonly compared: Parameters; readonly changeOn: Day | null }

type Refusal = Exclude<Answer, { readonly verdict: "allow" }>;
interface Refused { readonly channel: Channel; readonly answer: Refusal }

function barred(refused: readonly [Refused, ...Refused[]], world: World): Barred {
  const { zone } = world.permission.recipient;
  const put = refused.find(({ answer }) => answer.verdict === "defer") ?? refused[0];
  const { channel, answer } = put;
  // A channel that was denied until a day may come back before the one that is waited for.
  const first = earliest([...refused.map((one) => changesOn(one.answer, zone)), world.permission.rulesChangeOn()]);
  return {
    reason: answer.verdict === "defer" ? "contactDeferred" : "contactDenied", channel, changeOn: first === null ? null : nextBusinessDay(first, world.calendar),
    compared: { rule: answer.rule, until: answer.verdict === "defer" ? localText(answer.until, zone) : answer.until ?? "–" },
  };
}

/** Why another channel than the wanted one is used; null when it is the wanted one. */
function fallbackFrom(wanted: Channel, channel: Channel, refused: readonly Refused[]): Fallback | null {
  if (channel === wanted) return null;
  const denied = refused.find((one) => one.channel === wanted);
  return { wanted, fault: denied === undefined ? fault("DULY-CONTACT-001", { channel: wanted }) : fault("DULY-CONTACT-002", { channel: wanted, rule: denied.answer.rule }) };
}

/**
 * The first of some channels that has an address and that the contact rules allow. One that is denied gives way to the next; one that is only put off is waited for.
 * Stops where a rule would put it off for ever. null when no channel has an address.
 */
export function wayAmong(channels: readonly Channel[], contactBy: (channel: Channel) => Contact, world: World): Way | Barred | null {
  const refused: Refused[] = [];
  for (const channel of channels) {
    const address = addressFor(world.facts.contactPoints, channel);
    if (address === null) continue;
    const { answer, notBefore, fault: broken } = world.permission.of(contactBy(channel));
    if (broken !== null) return stop(broken.code, broken.parameters);
    if (answer.verdict === "allow") return { channel, address, notBefore, fallback: fallbackFrom(channels[0] ?? channel, channel, refused) };
    refused.push({ channel, answer });
    if (answer.verdict === "defer") break;
  }
  const [first, ...rest] = refused;
  return first === undefined ? null : barred([first, ...rest], world);
}
