import { earliest, later, type Day } from "../calendar/day";
import { nextBusinessDay } from "../calendar/business";
import { FaultError, type Fault } from "../messages/fault";
import { messageText } from "../messages/text";
import type { OpenItem } from "../receivables/item";
import { nextBookingAfter } from "../receivables/open";
import { exclusions } from "./exclusions";
import { climb, nextDay } from "./ladder";
import { verdict, type Verdict } from "./verdict";
import type { World } from "./world";

/** Day of the next step of an item that is left alone until a known day. */
function resumesOn(found: Verdict, world: World): Day | null {
  const { item, changeOn } = found;
  if (changeOn === null || item.dueOn === null || world.choice === null) return null;
  const day = nextDay({ item, dueOn: item.dueOn, strategy: world.choice.strategy }, item.ladder, world);
  return day === null ? null : nextBusinessDay(later(day, changeOn), world.policy.calendar);
}

function found(item: OpenItem, world: World): Verdict {
  for (const exclusion of exclusions) {
    const excluded = exclusion(item, world);
    if (excluded !== null) return { ...excluded, nextActionOn: resumesOn(excluded, world) };
  }
  if (world.choice === null || item.dueOn === null) return verdict(item, { reason: "noStrategy" });
  return climb({ item, dueOn: item.dueOn, strategy: world.choice.strategy }, world);
}

const failed = (item: OpenItem, fault: Fault): Verdict =>
  verdict(item, { reason: "error", fault, compared: { text: messageText(fault.code, fault.parameters) } });

/** Finds out what is to be done about an item, and why. A fault of its own sets it apart. */
export function assess(item: OpenItem, world: World): Verdict {
  try {
    const result = found(item, world);
    return { ...result, changeOn: earliest([result.changeOn, nextBookingAfter(item, world.asOf)]) };
  } catch (error) {
    if (error instanceof FaultError) return failed(item, error.fault);
    throw error;
  }
}
