import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import { earlier, later, type Day } from "../calendar/day";
import type { Parameters } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { daysPastDue, openOn } from "../receivables/open";
import type { Step } from "../strategies/strategy";
import { climberOf, nextOn, outlookFrom, type Climber } from "./climber";
import { deliveryOf } from "./delivery";
import { shortfall } from "./minimum";
import type { ReasonCode } from "./reasons";
import { variantOf } from "./variants";
import { verdict, type Verdict } from "./verdict";
import type { World } from "./world";

export { climberOf };

/** The step that follows, on the first business day that its date, the deadline of the last message and the days between contacts allow. */
interface Coming {
  readonly step: Step;
  readonly day: Day;
  readonly reason: Extract<ReasonCode, "stepNotDue" | "beforeDeadline" | "contactedRecently">;
}

function coming({ standing, strategy }: Climber, { step, day }: { readonly step: Step; readonly day: Day }, { facts, policy, asOf }: World): Coming {
  const { deadline } = standing.ladder;
  const { lastActionOn } = facts.debtor;
  const afterDeadline = deadline === null ? day : later(day, addDays(deadline, 1));
  const afterContact = lastActionOn === null ? afterDeadline : later(afterDeadline, addDays(lastActionOn, strategy.daysBetween));
  const business = nextBusinessDay(later(afterContact, asOf), policy.calendar);
  if (afterContact > afterDeadline && afterDeadline <= asOf) return { step, day: business, reason: strategy.daysBetween > 1 ? "contactedRecently" : "stepNotDue" };
  return { step, day: business, reason: afterDeadline > day && day <= asOf ? "beforeDeadline" : "stepNotDue" };
}

/** What is compared when an item is looked at for a step. */
const comparedFor = ({ item, dueOn, standing, strategy }: Climber, step: Step, { asOf, facts }: World): Parameters => ({
  asOf, dueOn, daysPastDue: daysPastDue(dueOn, asOf), step: step.sequence, open: moneyText(openOn(item, asOf)),
  deadline: standing.ladder.deadline ?? "–", last: facts.debtor.lastActionOn ?? "–", days: strategy.daysBetween,
});

/** A step that is not due yet, or that no longer is today because it was done today. */
function waiting(climber: Climber, { step, day, reason }: Coming, world: World): Verdict {
  const { item, dueOn } = climber;
  const compared = { ...comparedFor(climber, step, world), stepDueOn: day };
  const outlook = { ...outlookFrom(climber, climber.standing.ladder, world), nextActionOn: day };
  if (daysPastDue(dueOn, world.asOf) > 0) return verdict(item, { reason, outlook, changeOn: day, compared });
  return verdict(item, { reason: "notOverdue", outlook, changeOn: earlier(day, addDays(dueOn, 1)), compared });
}

/** The item is told of the step today. A message that waits for a second person keeps the item until it is decided about. */
function told(climber: Climber, step: Step, world: World): Verdict {
  const { item, dueOn, standing } = climber;
  const variant = variantOf(step, world);
  const compared = comparedFor(climber, step, world);
  const tomorrow = nextBusinessDay(addDays(world.asOf, 1), world.policy.calendar);
  if (variant?.skip === true) return verdict(item, { reason: "stepNotDue", compared: { ...compared, stepDueOn: tomorrow }, changeOn: tomorrow, outlook: { ...outlookFrom(climber, standing.ladder, world), nextActionOn: tomorrow } });
  const delivery = deliveryOf({ item, step, variant }, world);
  if ("reason" in delivery) {
    const again = delivery.fault === null ? null : tomorrow;
    return verdict(item, { reason: delivery.reason, compared: { ...compared, channel: delivery.channel }, changeOn: again, outlook: { ...outlookFrom(climber, standing.ladder, world), nextActionOn: again }, fault: delivery.fault });
  }
  const line = { item, step, dueOn, daysPastDue: daysPastDue(dueOn, world.asOf), open: openOn(item, world.asOf), delivery };
  const deadline = step.deadlineDays === null ? null : addDays(world.asOf, step.deadlineDays);
  const reached = { ...standing.ladder, level: step.sequence, lastActionOn: world.asOf, deadline };
  const outlook = outlookFrom(climber, reached, world);
  if (needsApproval(step, world)) return verdict(item, { reason: "awaitingApproval", compared, outlook: { ...outlook, nextActionOn: null }, line });
  return verdict(item, { reason: "reminded", compared, outlook, changeOn: outlook.nextActionOn, line });
}

/** A legal step, one that asks for it, and every step of a debtor under manual review wait for a second person. */
export const needsApproval = (step: Step, { facts }: World): boolean => step.needsApproval || step.legal || facts.debtor.manualReview;

/** A step that is due today: it may still lack the attempts, the amount, an address or words. */
function due(climber: Climber, step: Step, world: World): Verdict {
  const { item, strategy } = climber;
  const most = strategy.attempts;
  const compared = comparedFor(climber, step, world);
  if (most !== null && item.ladder.attempts >= most) return verdict(item, { reason: "attemptsUsedUp", compared: { ...compared, attempts: item.ladder.attempts, most } });
  const short = shortfall(item, step, world);
  if (short !== null) return verdict(item, { reason: short.reason, compared: { ...compared, ...short.compared } });
  return told(climber, step, world);
}

/** An item that was reminded about today already, by this run or an earlier one of the same day. */
function remindedToday(climber: Climber, world: World): Verdict {
  const { item, dueOn } = climber;
  const outlook = outlookFrom(climber, climber.standing.ladder, world);
  const compared = { asOf: world.asOf, dueOn, step: item.ladder.level, daysPastDue: daysPastDue(dueOn, world.asOf), open: moneyText(openOn(item, world.asOf)) };
  return verdict(item, { reason: "reminded", compared, outlook, changeOn: outlook.nextActionOn });
}

/** On the debtor's ladder an item is spoken of once it is overdue, or when the step itself comes before the due date. */
const joins = ({ strategy, dueOn }: Climber, step: Step, asOf: Day): boolean =>
  strategy.ladder === "item" || daysPastDue(dueOn, asOf) >= Math.min(step.offset, 1);

/** What the ladder says of an item that nothing excludes. On a free day nothing is due: the step waits for the next business day. */
export function climb(climber: Climber, world: World): Verdict {
  const { item, standing, dueOn } = climber;
  const { asOf } = world;
  if (item.ladder.level > 0 && item.ladder.lastActionOn === asOf) return remindedToday(climber, world);
  const next = nextOn(climber, standing.ladder, world);
  if (next === null) return verdict(item, { reason: "ladderComplete", compared: { level: standing.ladder.level }, outlook: outlookFrom(climber, standing.ladder, world) });
  const found = coming(climber, next, world);
  if (found.day === asOf && !joins(climber, found.step, asOf)) return waiting(climber, { ...found, day: addDays(dueOn, 1) }, world);
  return found.day === asOf ? due(climber, found.step, world) : waiting(climber, found, world);
}
