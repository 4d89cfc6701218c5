import { addressFor, type Channel } from "../contactpoints/contactpoint";
import { fault, type Fault } from "../messages/fault";
import type { OpenItem } from "../receivables/item";
import type { Step, StepVariant } from "../strategies/strategy";
import type { Delivery } from "./actions";
import type { ReasonCode } from "./reasons";
import { wordsFor } from "./words";
import type { World } from "./world";

/** Why a step cannot speak to the debtor. */
export interface Undeliverable { readonly reason: Extract<ReasonCode, "noAddress" | "noTemplate">; readonly channel: Channel; readonly fault: Fault | null }

/** A step as it acts for this debtor. */
export interface Speaking { readonly item: OpenItem; readonly step: Step; readonly variant: StepVariant | null }

/** The channel that is wanted: the variant's, else the credit class's, else the step's. */
export const wantedChannel = ({ step, variant }: Speaking, { creditClass }: World): Channel =>
  variant?.channel ?? creditClass?.channel ?? step.channel;

/** Finds out by which channel, to which address and in which words a step speaks. */
export function deliveryOf(speaking: Speaking, world: World): Delivery | Undeliverable {
  const channel = wantedChannel(speaking, world);
  const address = addressFor(world.facts.contactPoints, channel);
  if (address === null) return { reason: "noAddress", channel, fault: null };
  const templateId = speaking.variant?.templateId ?? speaking.step.templateId ?? "";
  const text = wordsFor(templateId, [speaking.item], world);
  const language = world.facts.debtor.language ?? world.policy.company.language;
  if (text === null) return { reason: "noTemplate", channel, fault: fault("DULY-ITEM-004", { item: speaking.item.name, step: speaking.step.sequence, language }) };
  return { channel, address, fallback: null, templateId, text };
}
