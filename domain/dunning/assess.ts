import { earliest } from "../calendar/day";
import { FaultError, stop, type Fault } from "../messages/fault";
import { messageText } from "../messages/text";
import type { OpenItem } from "../receivables/item";
import { nextBookingAfter } from "../receivables/open";
import { choiceFault } from "./chosen";
import { exclusions } from "./exclusions";
import { climberOf, outlookOf, resting } from "./climber";
import { comingFrom } from "./coming";
import { climbTogether } from "./ladder";
import { noOutlook, type Outlook } from "./outlook";
import type { ReasonCode } from "./reasons";
import { verdict, type Verdict } from "./verdict";
import type { World } from "./world";

const noLonger: ReadonlySet<ReasonCode> = new Set(["creditNote", "cancelled", "paid", "noDueDate", "error"]);

/** What comes next for an item that is left alone: known when the day is known until which it rests. */
function resumes(found: Verdict, world: World): Outlook {
  const { item, changeOn, reason } = found;
  const choice = world.choiceOf(item);
  if (noLonger.has(reason) || item.dueOn === null || choice === null || choice.strategy.fault !== null) return noOutlook;
  const then = { ...world, asOf: changeOn ?? world.asOf };
  const climber = climberOf(item, item.dueOn, choice.strategy, then);
  if (changeOn === null || choice.strategy.ladder === "debtor") return { ...resting(climber, item.ladder.level, world), nextActionOn: changeOn };
  const position = { ladder: climber.standing.ladder, contactedOn: world.facts.debtor.lastActionOn };
  return outlookOf(climber, position, comingFrom(climber, position, then));
}

function found(item: OpenItem, world: World): Verdict {
  for (const exclusion of exclusions) {
    const excluded = exclusion(item, world);
    if (excluded !== null) return { ...excluded, outlook: resumes(excluded, world) };
  }
  const choice = world.choiceOf(item);
  if (choice === null || item.dueOn === null) return verdict(item, { reason: "noStrategy" });
  const fault = choiceFault(choice, item, world);
  if (fault !== null) return stop(fault.code, fault.parameters);
  return climbTogether(climberOf(item, item.dueOn, choice.strategy, world), world);
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
