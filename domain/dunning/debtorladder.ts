import { earliest, later, type Day } from "../calendar/day";
import type { OpenItem } from "../receivables/item";
import type { Strategy } from "../strategies/strategy";
import { exclusions, type Surroundings } from "./exclusions";

/** Where a debtor stands that climbs as a whole: what its items that nothing excludes have reached together. */
export interface DebtorStanding {
  /** Due date of the oldest item that nothing excludes; null when there is none. */
  readonly oldestDueOn: Day | null;
  readonly level: number;
  readonly lastActionOn: Day | null;
}

function standing(items: readonly OpenItem[], world: Surroundings): DebtorStanding {
  const free = items.filter((item) => exclusions.every((excludes) => excludes(item, world) === null));
  return {
    oldestDueOn: earliest(free.map((item) => item.dueOn)),
    level: free.reduce((top, item) => Math.max(top, item.ladder.level), 0),
    lastActionOn: free.reduce<Day | null>((last, { ladder }) => (ladder.lastActionOn === null ? last : later(last ?? ladder.lastActionOn, ladder.lastActionOn)), null),
  };
}

/** Looked up once for each strategy: a debtor may have thousands of items. */
export function debtorStandings(world: Surroundings): (strategy: Strategy) => DebtorStanding {
  const known = new Map<string, DebtorStanding>();
  return (strategy) => {
    const found = known.get(strategy.id) ?? standing(world.facts.items.filter((item) => world.choiceOf(item)?.strategy.id === strategy.id), world);
    known.set(strategy.id, found);
    return found;
  };
}
