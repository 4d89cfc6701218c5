import type { Day } from "../calendar/day";
import type { Channel } from "../contactpoints/contactpoint";
import type { Contact } from "../contactrules/contactrule";
import { stop, type Fault, type Parameters } from "../messages/fault";
import type { OpenItem } from "../receivables/item";
import type { Step, StepVariant } from "../strategies/strategy";
import type { Delivery } from "./actions";
import type { PaymentType } from "./policy";
import type { ReasonCode } from "./reasons";
import { wayAmong } from "./way";
import { wordlessFault, wordsFor } from "./words";
import type { World } from "./world";

/** Why a step cannot speak to the debtor. */
export interface Undeliverable {
  readonly reason: Extract<ReasonCode, "noAddress" | "noTemplate" | "contactDeferred" | "contactDenied">;
  readonly channel: Channel;
  readonly fault: Fault | null;
  /** The rule that decided, and until when. */
  readonly compared: Parameters;
  /** Day on which it can change by itself; null = not known. */
  readonly changeOn: Day | null;
}

/** A step as it acts for this debtor. */
export interface Speaking { readonly item: OpenItem; readonly step: Step; readonly variant: StepVariant | null }

/** Channels that stand in for each other: what one writes the other can write too. */
const messages: ReadonlySet<Channel> = new Set(["email", "sms", "letter", "fax"]);

const isLegal = ({ step }: Speaking): boolean => step.legal || step.purpose === "statutory";

/** The channel that the debtor prefers, where the step leaves a choice: not for calls, certified mail, further channels and legal notices. */
function preferred(speaking: Speaking, { facts }: World): Channel | null {
  const wish = facts.debtor.preferredChannel;
  return wish !== null && messages.has(wish) && messages.has(speaking.step.channel) && !isLegal(speaking) ? wish : null;
}

const paidBy = ({ item }: Speaking, { policy }: World): PaymentType | null => policy.paymentTypes.get(item.paymentTypeId ?? "") ?? null;

/** What no legal notice goes by unless its own step says so: it would prove nothing. */
const provesNothing: ReadonlySet<Channel> = new Set(["sms", "phone"]);

/** A credit class or payment type that has a channel for a step. */
const suits = (row: { readonly channel: Channel | null } | null, speaking: Speaking): Channel | null =>
  (row === null || row.channel === null || (isLegal(speaking) && provesNothing.has(row.channel)) ? null : row.channel);

/** The channel that a row of the policy other than the step wants, with that row. */
function policyWish(speaking: Speaking, world: World): { readonly channel: Channel; readonly table: string; readonly row: string } | null {
  const { variant } = speaking;
  const paymentType = paidBy(speaking, world);
  if (variant?.channel != null) return { channel: variant.channel, table: "duly_stepvariant", row: variant.name };
  const [ofClass, ofType] = [suits(world.creditClass, speaking), suits(paymentType, speaking)];
  if (ofClass !== null) return { channel: ofClass, table: "duly_creditclass", row: world.creditClass?.name ?? "" };
  return ofType === null ? null : { channel: ofType, table: "duly_paymenttype", row: paymentType?.name ?? "" };
}

/** The channel that is wanted: the variant's, else the credit class's, else the payment type's, else the debtor's, else the step's. Stops where a row wants a further channel and the step does not say which: no flow could send that. */
export function wantedChannel(speaking: Speaking, world: World): Channel {
  const { step } = speaking;
  const wish = policyWish(speaking, world);
  if (wish?.channel === "other" && step.customChannelId === null) {
    const strategy = world.choiceOf(speaking.item)?.strategy.name ?? "";
    return stop("DULY-STRATEGY-012", { table: wish.table, row: wish.row, strategy, sequence: step.sequence });
  }
  return wish?.channel ?? preferred(speaking, world) ?? step.channel;
}

/** Channels in the order in which they are tried. A legal notice goes by the wanted one, by one that a contact rule requires, or by letter. */
const tried = (speaking: Speaking, wanted: Channel, required: readonly Channel[]): readonly Channel[] =>
  [...new Set<Channel>(isLegal(speaking) ? [wanted, ...required, "letter"] : [wanted, speaking.step.channel, ...required, "email", "letter"])];

/** The contact that a step makes by a channel. */
const contactBy = ({ step }: Speaking) => (channel: Channel): Contact => ({ channel, customChannelId: channel === "other" ? step.customChannelId : null, purpose: step.purpose });

function foundDelivery(speaking: Speaking, world: World): Delivery | Undeliverable {
  const wanted = wantedChannel(speaking, world);
  const contact = contactBy(speaking);
  const way = wayAmong(tried(speaking, wanted, world.permission.required(contact(wanted))), contact, world);
  if (way === null) return { reason: "noAddress", channel: wanted, fault: null, compared: {}, changeOn: null };
  if ("reason" in way) return { ...way, fault: null };
  const templateId = speaking.variant?.templateId ?? speaking.step.templateId ?? "";
  const text = wordsFor(templateId, [speaking.item], world);
  const wordless = { item: speaking.item, step: speaking.step.sequence, strategy: world.choiceOf(speaking.item)?.strategy.name ?? "" };
  if (text === null) return { reason: "noTemplate", channel: way.channel, fault: wordlessFault(templateId, wordless, world), compared: {}, changeOn: null };
  return { ...way, templateId, text };
}

/** Of the item only its payment type matters to where and in which words it is told. */
const keyOf = ({ item, step, variant }: Speaking): string => `${step.id}|${variant === null ? "" : step.variants.indexOf(variant)}|${item.paymentTypeId ?? ""}`;

/** Finds out by which channel, to which address and in which words a step speaks; another channel than the wanted one comes with the reason. Looked up once for items of a kind: a debtor may have thousands. */
export function deliveryOf(speaking: Speaking, world: World): Delivery | Undeliverable {
  const key = keyOf(speaking);
  const known = world.deliveries.get(key);
  if (known !== undefined) return known;
  const found = foundDelivery(speaking, world);
  // A fault names the item.
  if (!("reason" in found) || found.fault === null) world.deliveries.set(key, found);
  return found;
}
