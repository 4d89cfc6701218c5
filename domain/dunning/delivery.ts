import { addressFor, type Channel } from "../contactpoints/contactpoint";
import { fault, type Fault } from "../messages/fault";
import type { OpenItem } from "../receivables/item";
import type { Step, StepVariant } from "../strategies/strategy";
import type { Delivery } from "./actions";
import type { PaymentType } from "./policy";
import type { ReasonCode } from "./reasons";
import { wordsFor } from "./words";
import type { World } from "./world";

/** Why a step cannot speak to the debtor. */
export interface Undeliverable { readonly reason: Extract<ReasonCode, "noAddress" | "noTemplate">; readonly channel: Channel; readonly fault: Fault | null }

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

/** The channel that is wanted: the variant's, else the credit class's, else the payment type's, else the debtor's, else the step's. */
export const wantedChannel = (speaking: Speaking, world: World): Channel =>
  speaking.variant?.channel ?? world.creditClass?.channel ?? paidBy(speaking, world)?.channel ?? preferred(speaking, world) ?? speaking.step.channel;

/** Channels in the order in which they are tried. A legal notice goes by the wanted one or by letter. */
const tried = (speaking: Speaking, wanted: Channel): readonly Channel[] =>
  [...new Set<Channel>(isLegal(speaking) ? [wanted, "letter"] : [wanted, speaking.step.channel, "email", "letter"])];

/** Finds out by which channel, to which address and in which words a step speaks; another channel than the wanted one comes with the reason. */
export function deliveryOf(speaking: Speaking, world: World): Delivery | Undeliverable {
  const wanted = wantedChannel(speaking, world);
  const [way] = tried(speaking, wanted).flatMap((channel) => {
    const address = addressFor(world.facts.contactPoints, channel);
    return address === null ? [] : [{ channel, address }];
  });
  if (way === undefined) return { reason: "noAddress", channel: wanted, fault: null };
  const templateId = speaking.variant?.templateId ?? speaking.step.templateId ?? "";
  const text = wordsFor(templateId, [speaking.item], world);
  const language = world.facts.debtor.language ?? world.policy.company.language;
  if (text === null) return { reason: "noTemplate", channel: way.channel, fault: fault("DULY-ITEM-004", { item: speaking.item.name, step: speaking.step.sequence, language }) };
  return { ...way, fallback: way.channel === wanted ? null : { wanted, fault: fault("DULY-CONTACT-001", { channel: wanted }) }, templateId, text };
}
