import { isBusinessDay, nextBusinessDay } from "../calendar/business";
import type { Day } from "../calendar/day";
import { addressFor, type Channel } from "../contactpoints/contactpoint";
import { fault } from "../messages/fault";
import type { Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { chooseText, type TemplateText } from "../templates/template";
import type { SignalPromise } from "./actions";
import { maySpeakOf } from "./exclusions";
import { objectionTo, type Refusal, type Sending } from "./recheck";
import { wantedBy } from "./words";
import type { Judged, World } from "./world";

/** The message that tells a debtor that its promise is broken: once, by e-mail, else by SMS. */
export interface Signal {
  readonly channel: Channel;
  readonly address: string;
  readonly text: TemplateText;
  readonly amount: Money;
  readonly paid: Money;
  readonly promisedOn: Day;
  /** Promised items that are still open and that nothing excludes. */
  readonly items: readonly OpenItem[];
  /** Everything that is sent to the debtor waits for a person. */
  readonly needsApproval: boolean;
}

const free = (itemIds: readonly string[], world: World): readonly OpenItem[] =>
  world.facts.items.filter((item) => itemIds.includes(item.id) && maySpeakOf(item, world));

/** The first channel that reaches the debtor and that the contact rules allow: the credit class's, e-mail, SMS. */
function reachedBy({ creditClass, facts, permission }: World): Pick<Signal, "channel" | "address"> | null {
  // A further channel is named by steps alone: without one no flow could send it.
  const ofClass = creditClass === null || creditClass.channel === "other" ? null : creditClass.channel;
  for (const channel of [ofClass ?? "email", "email", "sms"] as const) {
    const address = addressFor(facts.contactPoints, channel);
    if (address !== null && permission.of({ channel, customChannelId: null, purpose: "dunning" }).answer.verdict === "allow") return { channel, address };
  }
  return null;
}

/** Debtors are told on business days, and the company has words for it. */
const isTold = ({ policy }: World): boolean => policy.company.terms.brokenPromiseTemplateId !== null;

/** The messages about broken promises that leave today. */
export const signals = (world: World): readonly SignalPromise[] =>
  (!isTold(world) || !isBusinessDay(world.asOf, world.policy.calendar) ? [] : [...world.broken].sort((left, right) => (left.promise.id < right.promise.id ? -1 : 1)).flatMap((one) => {
    const signal = signalOf(one, world);
    return signal === null ? [] : [{ kind: "signalPromise" as const, promiseId: one.promise.id, signal }];
  }));

/** On a free day nobody is told: the business day on which it is done; null = nothing waits. */
export const signalsWaitFor = (world: World): Day | null =>
  (world.broken.length === 0 || !isTold(world) || isBusinessDay(world.asOf, world.policy.calendar) ? null : nextBusinessDay(world.asOf, world.policy.calendar));

/** What the debtor is told about a broken promise; null when the company has no words for it, nobody is reached, or none of its items may be spoken of. */
function signalOf({ promise, paid }: Judged, world: World): Signal | null {
  const { policy, facts } = world;
  const words = chooseText(policy.templates.get(policy.company.terms.brokenPromiseTemplateId ?? ""), wantedBy(world));
  const reached = reachedBy(world);
  const items = free(promise.itemIds, world);
  if (words === null || reached === null || items.length === 0) return null;
  return { ...reached, text: words.text, amount: promise.amount, paid, promisedOn: promise.promisedOn, items, needsApproval: facts.debtor.manualReview };
}

/** Looks just before sending whether a debtor is still to be told that a promise is broken: when none of its items may be spoken of any more it is not. */
export function recheckSignal(itemIds: readonly string[], sending: Sending, world: World): Refusal | null {
  return objectionTo(sending, world) ?? (free(itemIds, world).length > 0 ? null : { reason: "noItem", fault: fault("DULY-PROMISE-012") });
}
