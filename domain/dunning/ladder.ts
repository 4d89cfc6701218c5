import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import { earlier, later, type Day } from "../calendar/day";
import type { Parameters } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { daysPastDue, openOn } from "../receivables/open";
import { plannedOffset, stepByDueDate } from "../strategies/climb";
import type { Step } from "../strategies/strategy";
import type { Delivery } from "./actions";
import { outlookOf, resting } from "./climber";
import { comingFrom, putOff, type Climber, type Coming, type Position } from "./coming";
import { deliveryOf } from "./delivery";
import { shortfall, type Shortfall } from "./minimum";
import type { Outlook } from "./outlook";
import type { ReasonCode } from "./reasons";
import { waitsForSending } from "./unsent";
import { variantOf } from "./variants";
import { verdict, type Verdict } from "./verdict";
import type { World } from "./world";

const positionOf = ({ standing }: Climber, { facts }: World): Position => ({ ladder: standing.ladder, contactedOn: facts.debtor.lastActionOn });

/** What is compared when an item is looked at for a step. */
const comparedFor = ({ item, dueOn, standing, strategy }: Climber, step: Step, { asOf, facts }: World): Parameters => ({
  asOf, dueOn, daysPastDue: daysPastDue(dueOn, asOf), step: step.sequence, open: moneyText(openOn(item, asOf)),
  deadline: standing.ladder.deadline ?? "–", last: facts.debtor.lastActionOn ?? "–", days: strategy.daysBetween,
});

/** What comes for an item from a position. On the debtor's ladder it is spoken of once it is overdue, or earlier when the step itself comes before that. */
function comingFor(climber: Climber, position: Position, world: World): Coming | null {
  const coming = comingFrom(climber, position, world);
  if (coming === null || climber.strategy.ladder === "item") return coming;
  const joinsOn = addDays(climber.dueOn, Math.min(coming.step.offset, 1));
  if (joinsOn <= world.asOf) return coming;
  const until = later(coming.day, nextBusinessDay(joinsOn, world.calendar));
  return { ...putOff(climber, { position, coming, until }, world), datedOn: later(coming.datedOn, joinsOn) };
}

/** A step that is not due yet, or that no longer is today because it was done today. */
function waiting(climber: Climber, coming: Coming, world: World): Verdict {
  const { item, dueOn } = climber;
  const { step, day, reason } = coming;
  const compared = { ...comparedFor(climber, step, world), stepDueOn: day };
  const outlook = outlookOf(climber, positionOf(climber, world), coming);
  if (daysPastDue(dueOn, world.asOf) > 0) return verdict(item, { reason, outlook, changeOn: day, compared });
  return verdict(item, { reason: "notOverdue", outlook, changeOn: earlier(day, addDays(dueOn, 1)), compared });
}

/** A legal step, one that asks for it, and every step of a debtor under manual review wait for a second person. */
export const needsApproval = (step: Step, { facts }: World): boolean => step.needsApproval || step.legal || facts.debtor.manualReview;

/** Where the item stands once it was told of a step today, and what comes then. */
export function afterStep(climber: Climber, step: Step, world: World): Outlook {
  const deadline = step.deadlineDays === null ? null : addDays(world.asOf, step.deadlineDays);
  const position = { ladder: { ...climber.standing.ladder, level: step.sequence, lastActionOn: world.asOf, deadline }, contactedOn: world.asOf };
  return outlookOf(climber, position, comingFor(climber, position, world));
}

/** Says which higher step would be due by the days past due, where the ladder climbs one step at a time. Source: cases.md A-25. */
function passedOver({ strategy, standing }: Climber, step: Step, asOf: Day): Parameters {
  const ahead = strategy.escalation === "oneStep" ? stepByDueDate(strategy, standing, asOf) : null;
  return ahead === null || ahead.sequence <= step.sequence ? {} : { ahead: ahead.sequence };
}

/** The item is told of the step today. A message that waits for a second person keeps the item where it is until it is decided about. */
function told(climber: Climber, { step }: Coming, { delivery, world }: { readonly delivery: Delivery; readonly world: World }): Verdict {
  const { item, dueOn } = climber;
  const compared = { ...comparedFor(climber, step, world), ...passedOver(climber, step, world.asOf) };
  const late = daysPastDue(dueOn, world.asOf);
  const line = { item, step, dueOn, daysPastDue: late, shiftedDays: late - plannedOffset(climber.strategy, step), open: openOn(item, world.asOf), delivery };
  if (needsApproval(step, world)) return verdict(item, { reason: "awaitingApproval", compared, outlook: resting(climber, item.ladder.level, world), line });
  const outlook = afterStep(climber, step, world);
  return verdict(item, { reason: "reminded", compared, outlook, changeOn: outlook.nextActionOn, line });
}

type Lack = Shortfall | { readonly reason: "attemptsUsedUp"; readonly compared: Parameters };

/** What an item lacks when the date of a step has come: attempts, amount or percent; null = nothing. */
function lacking(climber: Climber, coming: Coming, world: World): Verdict | null {
  const { item, strategy } = climber;
  const most = strategy.attempts;
  const usedUp = most !== null && item.ladder.attempts >= most;
  const lack: Lack | null = usedUp ? { reason: "attemptsUsedUp", compared: { attempts: item.ladder.attempts, most } } : shortfall(item, coming.step, world);
  if (lack === null) return null;
  const outlook = { ...outlookOf(climber, positionOf(climber, world), coming), nextActionOn: null };
  return verdict(item, { reason: lack.reason, outlook, compared: { ...comparedFor(climber, coming.step, world), ...lack.compared } });
}

const tomorrow = ({ asOf, calendar }: World): Day => nextBusinessDay(addDays(asOf, 1), calendar);

/** The date of the step has come: the item may lack something, the step may be left out, or speak by no channel; else it is told today, or on the next day that allows it. */
function reached(climber: Climber, coming: Coming, world: World): Verdict {
  const { item } = climber;
  const lack = lacking(climber, coming, world);
  if (lack !== null) return lack;
  const variant = variantOf(coming.step, world);
  if (variant?.skip === true) return waiting(climber, { ...coming, day: tomorrow(world) }, world);
  const delivery = deliveryOf({ item, step: coming.step, variant }, world);
  if (!("reason" in delivery)) return coming.day === world.asOf ? told(climber, coming, { delivery, world }) : waiting(climber, coming, world);
  const again = delivery.fault === null ? delivery.changeOn : tomorrow(world);
  const outlook = { ...outlookOf(climber, positionOf(climber, world), coming), nextActionOn: again };
  const compared = { ...comparedFor(climber, coming.step, world), channel: delivery.channel, ...delivery.compared };
  return verdict(item, { reason: delivery.reason, compared, changeOn: again, outlook, fault: delivery.fault });
}

/** An item that was reminded about today already, by this run or an earlier one of the same day. */
function remindedToday(climber: Climber, coming: Coming | null, world: World): Verdict {
  const { item, dueOn } = climber;
  const outlook = outlookOf(climber, positionOf(climber, world), coming);
  const compared = { asOf: world.asOf, dueOn, step: item.ladder.level, daysPastDue: daysPastDue(dueOn, world.asOf), open: moneyText(openOn(item, world.asOf)) };
  return verdict(item, { reason: "reminded", compared, outlook, changeOn: outlook.nextActionOn });
}

/** An item that waits for another contact to lie back, and will lack something on the date of its step, says so from that date on. */
function unlessLacking(found: Verdict, climber: Climber, coming: Coming, world: World): Verdict {
  return coming.datedOn < coming.day && lacking(climber, coming, world) !== null ? { ...found, changeOn: earlier(found.changeOn ?? coming.datedOn, coming.datedOn) } : found;
}

/** The message of its step was refused by a person: the step is done, but nobody was reminded. */
const wasRefused = ({ id }: Climber["item"], { facts }: World): boolean => facts.stored.get(id)?.reason === null;

/** A step whose day is not known, for it is counted from a message that has not left: the debtor is looked at when that one leaves or is given up. Meanwhile a higher step may fall due where the ladder goes to that one. */
function unsent(climber: Climber, coming: Coming, world: World): Verdict {
  const outlook = { ...outlookOf(climber, positionOf(climber, world), coming), nextActionOn: null };
  return verdict(climber.item, { reason: "previousNotSent", outlook, compared: comparedFor(climber, coming.step, world), changeOn: climber.strategy.escalation === "highestDue" ? tomorrow(world) : null });
}

/** On a free day nothing is due: the step waits for the next business day. */
function climb(climber: Climber, world: World): Verdict {
  const { item } = climber;
  const position = positionOf(climber, world);
  const coming = comingFor(climber, position, world);
  if (item.ladder.level > 0 && item.ladder.lastActionOn === world.asOf && !wasRefused(item, world)) return remindedToday(climber, coming, world);
  if (coming === null) return verdict(item, { reason: "ladderComplete", compared: { level: position.ladder.level }, outlook: outlookOf(climber, position, null) });
  if (coming.datedOn > world.asOf) return unlessLacking(waiting(climber, coming, world), climber, coming, world);
  return waitsForSending(climber, coming.step, world) ? unsent(climber, coming, world) : reached(climber, coming, world);
}

const notKnown: Parameters = { step: "–", open: "–", minimum: "–", percent: "–", attempts: "–", most: "–", channel: "–", rule: "–", until: "–" };

/** What was compared when an item was left out of the message that told the others of their step today. */
function comparedWithout(climber: Climber, world: World): Parameters {
  const { item, strategy, standing } = climber;
  const step = strategy.steps.find(({ sequence }) => sequence === standing.ladder.level);
  if (step === undefined) return notKnown;
  const delivery = deliveryOf({ item, step, variant: variantOf(step, world) }, world);
  const way = "reason" in delivery ? { channel: delivery.channel, ...delivery.compared } : {};
  return { ...notKnown, ...comparedFor(climber, step, world), attempts: item.ladder.attempts, most: strategy.attempts ?? "–", ...shortfall(item, step, world)?.compared, ...way };
}

const leftOut: ReadonlySet<ReasonCode> = new Set(["attemptsUsedUp", "belowMinimum", "belowMinimumPercent", "noAddress", "noTemplate", "contactDeferred", "contactDenied"]);

/**
 * What the ladder says of an item that nothing excludes. Where the debtor climbs as a whole and was written to today without this item,
 * the item waits with the others, and the reason why it was left out stays.
 */
export function climbTogether(climber: Climber, world: World): Verdict {
  const found = climb(climber, world);
  const { item, standing, strategy } = climber;
  const without = strategy.ladder === "debtor" && standing.ladder.lastActionOn === world.asOf && item.ladder.lastActionOn !== world.asOf;
  const stored = world.facts.stored.get(item.id)?.reason ?? null;
  const falls = strategy.ladder === "debtor" && found.line === null && item.ladder.lastActionOn !== world.asOf && standing.ladder.level < item.ladder.level;
  const level = falls ? standing.ladder.level : null;
  return without && stored !== null && leftOut.has(stored) ? { ...found, level, reason: stored, compared: comparedWithout(climber, world) } : { ...found, level };
}
