import { unusableAmong } from "../contactpoints/contactpoint";
import { moneyText } from "../money/decimal";
import { compare, type Money } from "../money/money";
import { openOn } from "../receivables/open";
import type { OpenItem } from "../receivables/item";
import { fault, type Fault } from "../messages/fault";
import { reasonText, type ReasonCode } from "./reasons";
import { exclusions } from "./exclusions";
import type { World } from "./world";

/** Why a message may not go out any more. */
export type Objection = ReasonCode | "amountChanged" | "addressBounced" | "notReady" | "noItem";

export interface Refusal { readonly reason: Objection; readonly fault: Fault }

/** An item as a message tells it; `item` is null when it is closed for good. */
export interface Told {
  readonly name: string;
  readonly item: OpenItem | null;
  readonly open: Money;
}

function refusalOf({ name, item, open }: Told, world: World): Refusal | null {
  if (item === null) return { reason: "paid", fault: fault("DULY-COMMUNICATION-004", { item: name, open: "0", told: moneyText(open) }) };
  for (const exclusion of exclusions) {
    const found = exclusion(item, world);
    if (found !== null) {
      const text = reasonText({ itemId: item.id, code: found.reason, compared: found.compared });
      return { reason: found.reason, fault: fault("DULY-COMMUNICATION-003", { item: name, text }) };
    }
  }
  const now = openOn(item, world.asOf);
  return compare(now, open) === 0 ? null : { reason: "amountChanged", fault: fault("DULY-COMMUNICATION-004", { item: name, open: moneyText(now), told: moneyText(open) }) };
}

/** Looks just before sending whether what a message says still holds; the first objection, or null. */
export function recheck(told: readonly Told[], address: string, world: World): Refusal | null {
  if (told.length === 0) return { reason: "noItem", fault: fault("DULY-COMMUNICATION-007") };
  if (unusableAmong(world.facts.contactPoints, address)) {
    return { reason: "addressBounced", fault: fault("DULY-COMMUNICATION-005", { address }) };
  }
  for (const one of told) {
    const refusal = refusalOf(one, world);
    if (refusal !== null) return refusal;
  }
  return null;
}
