import type { Day } from "../calendar/day";
import { areAmong, unusableAmong } from "../contactpoints/contactpoint";
import { moneyText } from "../money/decimal";
import { compare, type Money } from "../money/money";
import { openOn } from "../receivables/open";
import type { OpenItem } from "../receivables/item";
import { fault, type Fault } from "../messages/fault";
import { reasonText, type ReasonCode } from "./reasons";
import { exclusions } from "./exclusions";
import type { World } from "./world";

/** Why a message may not go out any more. */
export type Objection = ReasonCode | "overtaken" | "deadlinePassed" | "amountChanged" | "dueDateChanged" | "addressBounced" | "addressGone" | "debtorInactive" | "itemMoved" | "itemDeleted" | "notReady" | "noItem";

export interface Refusal { readonly reason: Objection; readonly fault: Fault }

/** What became of an item that the debtor no longer has open: it was closed, is another debtor's now, or was deleted. */
export type Lost = "closed" | "moved" | "deleted";

/** An item as a message tells it. */
export interface Told {
  readonly name: string;
  readonly item: OpenItem | Lost;
  readonly open: Money;
  /** Null where the line tells none. */
  readonly dueOn: Day | null;
  /** Rung of the ladder that it tells, and the time round; null where a person sends it once more. */
  readonly rung: { readonly level: number; readonly cycle: number } | null;
}

/** To whom a message goes, and how that came about. */
export interface Sending {
  /** Several are separated by ";". */
  readonly address: string;
  /** Chosen among the debtor's contact points, not entered by a person. */
  readonly chosen: boolean;
  /** A second person looked at it, or a person asked for it. */
  readonly seen: boolean;
  readonly debtorActive: boolean;
  /** Until when it asks to pay; null = it names no day. */
  readonly deadline: Day | null;
}

/** What stands against a message whatever it says: debtor and address are looked at as they are now. */
export function objectionTo({ address, chosen, seen, debtorActive, deadline }: Sending, { facts, asOf }: World): Refusal | null {
  if (!debtorActive) return { reason: "debtorInactive", fault: fault("DULY-COMMUNICATION-009", { debtor: facts.debtor.number }) };
  if (unusableAmong(facts.contactPoints, address)) return { reason: "addressBounced", fault: fault("DULY-COMMUNICATION-005", { address }) };
  if (chosen && !areAmong(facts.contactPoints, address)) return { reason: "addressGone", fault: fault("DULY-COMMUNICATION-010", { address }) };
  if (deadline !== null && deadline < asOf) return { reason: "deadlinePassed", fault: fault("DULY-COMMUNICATION-013", { deadline }) };
  return facts.debtor.manualReview && !seen ? { reason: "manualReview", fault: fault("DULY-COMMUNICATION-011", { debtor: facts.debtor.number }) } : null;
}

type Rung = NonNullable<Told["rung"]>;

/** A message that lay while the ladder went on: the later one speaks. */
const isOvertaken = ({ ladder }: OpenItem, { level, cycle }: Rung): boolean => ladder.cycle > cycle || (ladder.cycle === cycle && ladder.level > level);

const lostRefusal = { closed: ["paid", "DULY-COMMUNICATION-015"], moved: ["itemMoved", "DULY-COMMUNICATION-016"], deleted: ["itemDeleted", "DULY-COMMUNICATION-017"] } as const;

function refusalOf(told: Told, world: World): Refusal | null {
  const { name, item, open, dueOn, rung } = told;
  if (typeof item === "string") {
    const [reason, code] = lostRefusal[item];
    return { reason, fault: fault(code, { item: name, told: moneyText(open) }) };
  }
  for (const exclusion of exclusions) {
    const found = exclusion(item, world);
    if (found !== null) {
      const text = reasonText({ itemId: item.id, code: found.reason, compared: found.compared });
      return { reason: found.reason, fault: fault("DULY-COMMUNICATION-003", { item: name, text }) };
    }
  }
  if (rung !== null && isOvertaken(item, rung)) return { reason: "overtaken", fault: fault("DULY-COMMUNICATION-014", { item: name, level: item.ladder.level, told: rung.level }) };
  if (dueOn !== null && item.dueOn !== dueOn) {
    return { reason: "dueDateChanged", fault: fault("DULY-COMMUNICATION-012", { item: name, due: item.dueOn ?? "–", told: dueOn }) };
  }
  const now = openOn(item, world.asOf);
  return compare(now, open) === 0 ? null : { reason: "amountChanged", fault: fault("DULY-COMMUNICATION-004", { item: name, open: moneyText(now), told: moneyText(open) }) };
}

/** Looks just before sending whether what a message says still holds; the first objection, or null. */
export function recheck(told: readonly Told[], sending: Sending, world: World): Refusal | null {
  if (told.length === 0) return { reason: "noItem", fault: fault("DULY-COMMUNICATION-007") };
  const objection = objectionTo(sending, world);
  if (objection !== null) return objection;
  for (const one of told) {
    const refusal = refusalOf(one, world);
    if (refusal !== null) return refusal;
  }
  return null;
}
