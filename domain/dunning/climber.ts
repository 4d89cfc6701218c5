import type { Day } from "../calendar/day";
import { pausedDays } from "../holds/pause";
import type { LadderPosition, OpenItem } from "../receivables/item";
import { levelByDueDate, stagesToLegal, type Standing } from "../strategies/climb";
import type { Strategy } from "../strategies/strategy";
import { comingFrom, type Climber, type Coming, type Position } from "./coming";
import { graceOf } from "./debtorladder";
import { noOutlook, type Outlook } from "./outlook";
import { restarted } from "./restart";
import type { World } from "./world";

function standingOf(item: OpenItem, dueOn: Day, ladder: LadderPosition, world: World): Standing {
  return { dueOn, issuedOn: item.issuedOn, ladder, grace: graceOf(item, world), pausedSince: (from) => pausedDays(world.facts.holds, item.id, from, world.asOf) };
}

/** The debtor as a whole: the days of its oldest open item, the level that it reached, but not more than that item gives reason for. Only attempts and cycle are the item's own; one that falls back, or whose strategy was changed since and begins anew, begins a new cycle. */
function ofDebtor(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Standing {
  const { leader, level: reached, lastActionOn, deadlineUpTo } = world.debtorStanding(strategy);
  const { cycle, attempts, level: own } = restarted(item.ladder, strategy);
  const standing = standingOf(leader ?? item, leader?.dueOn ?? dueOn, { ...item.ladder, level: reached, lastActionOn }, world);
  const level = Math.min(reached, levelByDueDate(strategy, standing, world.asOf));
  const climbed = own > level ? { cycle: cycle + 1, attempts: 0 } : { cycle, attempts };
  return { ...standing, ladder: { ...item.ladder, ...climbed, level, lastActionOn, deadline: deadlineUpTo(level) } };
}

/** The item on the ladder of a strategy. */
export function climberOf(item: OpenItem, dueOn: Day, strategy: Strategy, world: World): Climber {
  const standing = strategy.ladder === "debtor" ? ofDebtor(item, dueOn, strategy, world) : standingOf(item, dueOn, restarted(item.ladder, strategy), world);
  return { item: { ...item, ladder: { ...item.ladder, cycle: standing.ladder.cycle, attempts: standing.ladder.attempts, version: strategy.version } }, dueOn, strategy, standing };
}

/** What comes next as people see it. */
export const outlookOf = ({ strategy }: Climber, { ladder }: Position, coming: Coming | null): Outlook =>
  ({ nextActionOn: coming?.day ?? null, nextStepId: coming?.step.id ?? null, stagesToLegal: stagesToLegal(strategy, ladder.level) });

/** What comes next for an item that rests until something happens: its step, by its own level. On the debtor's ladder the others go on meanwhile, so it is not known. */
export function resting(climber: Climber, level: number, world: World): Outlook {
  const { strategy, standing } = climber;
  const stages = stagesToLegal(strategy, level);
  if (strategy.ladder === "debtor") return { ...noOutlook, stagesToLegal: stages };
  const plain: Climber = { ...climber, strategy: { ...strategy, escalation: "oneStep", beginning: "firstStep" } };
  const coming = comingFrom(plain, { ladder: { ...standing.ladder, level }, contactedOn: null }, world);
  return { nextActionOn: null, nextStepId: coming?.step.id ?? null, stagesToLegal: stages };
}
