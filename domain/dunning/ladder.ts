import { addDays } from "../calendar/arithmetic";
import { nextBusinessDay } from "../calendar/business";
import { earlier, later, type Day } from "../calendar/day";
import { addressFor } from "../contactpoints/contactpoint";
import { fault, stop, type Parameters } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { exchange, type Quoted } from "../money/exchange";
import { compare, type Currency, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { daysPastDue, openOn } from "../receivables/open";
import { nextStep, stepDueOn } from "../strategies/climb";
import type { Step, Strategy } from "../strategies/strategy";
import { chooseText } from "../templates/template";
import type { Policy } from "./policy";
import { verdict, type Verdict } from "./verdict";
import type { World } from "./world";

/** An item that nothing excludes, with its strategy. */
interface Climber {
  readonly item: OpenItem;
  readonly dueOn: Day;
  readonly strategy: Strategy;
}

/** Day of the step after a level; null when the ladder is complete. */
export function nextDay({ item, dueOn, strategy }: Climber, ladder: OpenItem["ladder"], { policy }: World): Day | null {
  const step = nextStep(strategy, ladder.level);
  return step === null ? null : stepDueOn(step, { dueOn, issuedOn: item.issuedOn, ladder }, { strategy, calendar: policy.calendar });
}

const quoted = (policy: Policy, { code }: Currency): Quoted => policy.currencies.get(code) ?? stop("DULY-MONEY-005", { row: code });

const minimumIn = (minimum: Money, currency: Currency, policy: Policy): Money =>
  exchange(minimum, { from: quoted(policy, minimum.currency), to: quoted(policy, currency) }, "halfUp");

/** A step that is not due yet, or that no longer is today because it was done today. */
function waiting(climber: Climber, step: Step, { world, dueDay }: { readonly world: World; readonly dueDay: Day }): Verdict {
  const { item, dueOn } = climber;
  const { asOf } = world;
  const days = daysPastDue(dueOn, asOf);
  const compared = { asOf, dueOn, daysPastDue: days, step: step.sequence, stepDueOn: dueDay };
  if (days > 0) return verdict(item, { reason: "stepNotDue", nextActionOn: dueDay, changeOn: dueDay, compared });
  return verdict(item, { reason: "notOverdue", nextActionOn: dueDay, changeOn: earlier(dueDay, addDays(dueOn, 1)), compared });
}

/** A step that is due today: it may still lack the amount, an address or words. */
function due(climber: Climber, step: Step, world: World): Verdict {
  const { item, dueOn } = climber;
  const { facts, policy, asOf } = world;
  const open = openOn(item, asOf);
  const compared: Parameters = { asOf, dueOn, daysPastDue: daysPastDue(dueOn, asOf), step: step.sequence, open: moneyText(open) };
  const minimum = step.minimum === null ? null : minimumIn(step.minimum, open.currency, policy);
  if (minimum !== null && compare(open, minimum) < 0) return verdict(item, { reason: "belowMinimum", compared: { ...compared, minimum: moneyText(minimum) } });
  if (addressFor(facts.contactPoints, step.channel) === null) return verdict(item, { reason: "noAddress", compared: { ...compared, channel: step.channel } });
  const language = facts.debtor.language ?? policy.company.language;
  if (chooseText(policy.templates.get(step.templateId ?? ""), facts.debtor.language, policy.company.language) === null) {
    const tomorrow = nextBusinessDay(addDays(asOf, 1), policy.calendar);
    return verdict(item, { reason: "noTemplate", compared, changeOn: tomorrow, nextActionOn: tomorrow, fault: fault("DULY-ITEM-004", { item: item.name, step: step.sequence, language }) });
  }
  const nextActionOn = nextDay(climber, { ...item.ladder, level: step.sequence, lastActionOn: asOf }, world);
  return verdict(item, { reason: "reminded", compared, nextActionOn, changeOn: nextActionOn, line: { item, step, dueOn, daysPastDue: daysPastDue(dueOn, asOf), open } });
}

/** An item that was reminded about today already, by this run or an earlier one of the same day. */
function remindedToday(climber: Climber, world: World): Verdict {
  const { item, dueOn } = climber;
  const nextActionOn = nextDay(climber, item.ladder, world);
  const compared = { asOf: world.asOf, dueOn, step: item.ladder.level, daysPastDue: daysPastDue(dueOn, world.asOf), open: moneyText(openOn(item, world.asOf)) };
  return verdict(item, { reason: "reminded", compared, nextActionOn, changeOn: nextActionOn });
}

/** First day on which the debtor can be written to: the next one when it was written to today already, for it is written to once a day. */
const firstFreeDay = ({ facts, asOf }: World): Day => (facts.debtor.lastActionOn === asOf ? addDays(asOf, 1) : asOf);

/** What the ladder says of an item that nothing excludes. On a free day nothing is due: the step waits for the next business day. */
export function climb(climber: Climber, world: World): Verdict {
  const { item, strategy } = climber;
  const { asOf, policy } = world;
  if (item.ladder.level > 0 && item.ladder.lastActionOn === asOf) return remindedToday(climber, world);
  const step = nextStep(strategy, item.ladder.level);
  const stepDay = nextDay(climber, item.ladder, world);
  if (step === null || stepDay === null) return verdict(item, { reason: "ladderComplete", compared: { level: item.ladder.level } });
  const dueDay = nextBusinessDay(later(stepDay, firstFreeDay(world)), policy.calendar);
  return dueDay === asOf ? due(climber, step, world) : waiting(climber, step, { world, dueDay });
}
