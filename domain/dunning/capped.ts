import type { Contacted } from "../contactrules/frequency";
import type { PlanCommunication } from "./actions";
import { assess } from "./assess";
import { plan } from "./communications";
import type { Policy } from "./policy";
import type { Verdict } from "./verdict";
import { worldOf, type World } from "./world";

/** A message that is planned on a day, as contact rules count it. */
export const contactOf = ({ channel, step }: PlanCommunication, { asOf }: Pick<World, "asOf">): Contacted =>
  ({ channel, purpose: step.purpose, on: asOf, times: 1, conversation: false });

/** Does a rule count contacts? */
export const countsContacts = ({ contactRules }: Policy): boolean => contactRules.some(({ kind }) => kind === "cap");

/** The world once a message is planned. */
const after = (world: World, message: PlanCommunication): World =>
  worldOf({ ...world.facts, contacts: [...world.facts.contacts, contactOf(message, world)] }, world.policy, world.asOf, world);

const mayGo = ({ channel, step }: PlanCommunication, { permission }: World): boolean =>
  permission.of({ channel, customChannelId: channel === "other" ? step.customChannelId : null, purpose: step.purpose }).answer.verdict === "allow";

/**
 * Verdicts whose messages together stay within the rules that count contacts: each was allowed by itself,
 * but several on one day, in two currencies or by two channels, may be one too many. The items of that one are looked at again.
 */
export function capped(verdicts: readonly Verdict[], world: World): readonly Verdict[] {
  if (!countsContacts(world.policy)) return verdicts;
  const { communications } = plan(verdicts.flatMap(({ line }) => line ?? []), world);
  let now = world;
  const late = new Map<string, World>();
  for (const message of communications) {
    if (mayGo(message, now)) now = after(now, message);
    else for (const { item } of message.lines) late.set(item.id, now);
  }
  if (late.size === 0) return verdicts;
  const items = new Map(world.facts.items.map((item) => [item.id, item]));
  return verdicts.map((found) => {
    const item = items.get(found.item.id);
    return item === undefined || !late.has(found.item.id) ? found : assess(item, now);
  });
}
