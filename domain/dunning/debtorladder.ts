import { addDays } from "../calendar/arithmetic";
import { later, type Day } from "../calendar/day";
import type { OpenItem } from "../receivables/item";
import type { Strategy } from "../strategies/strategy";
import { exclusions, type Surroundings } from "./exclusions";
import { restarted } from "./restart";

/** Days that every step of an item comes later, for the credit class of the debtor or the payment type of the item. */
export const graceOf = (item: OpenItem, { creditClass, policy }: Surroundings): number =>
  (creditClass?.graceDays ?? 0) + (policy.paymentTypes.get(item.paymentTypeId ?? "")?.graceDays ?? 0);

/** Where a debtor stands that climbs as a whole: what its items that nothing excludes have reached together. */
export interface DebtorStanding {
  /** The item that the days of the ladder are counted from: the oldest that nothing excludes, its grace included; null when there is none. */
  readonly leader: OpenItem | null;
  readonly level: number;
  readonly lastActionOn: Day | null;
  /** A message about the level that was reached has not left yet. */
  readonly unsent: boolean;
  /** Payment deadline of the last message, of the items that it left at a level or below: those above fall back, and their deadlines are gone. null when there is none. */
  readonly deadlineUpTo: (level: number) => Day | null;
}

function leaderOf(free: readonly OpenItem[], world: Surroundings): OpenItem | null {
  const rank = (item: OpenItem): string => (item.dueOn === null ? "9999-12-31" : `${addDays(item.dueOn, graceOf(item, world))} ${item.dueOn} ${item.name} ${item.id}`);
  return free.reduce<OpenItem | null>((leader, item) => (leader === null || rank(item) < rank(leader) ? item : leader), null);
}

const latest = (days: readonly (Day | null)[]): Day | null => days.reduce((last, day) => (last === null || day === null ? last ?? day : later(last, day)), null);

function standing(strategy: Strategy, world: Surroundings): DebtorStanding {
  const free = world.facts.items.filter((item) => world.choiceOf(item)?.strategy.id === strategy.id && exclusions.every((excludes) => excludes(item, world) === null));
  const ladders = free.map(({ ladder }) => restarted(ladder, strategy));
  const lastActionOn = latest(ladders.map((ladder) => ladder.lastActionOn));
  const level = ladders.reduce((top, ladder) => Math.max(top, ladder.level), 0);
  return {
    leader: leaderOf(free, world), lastActionOn, level, unsent: free.some(({ id }) => world.facts.unsent.get(id) === level),
    deadlineUpTo: (upTo) => latest(ladders.map((ladder) => (ladder.lastActionOn === lastActionOn && ladder.level <= upTo ? ladder.deadline : null))),
  };
}

/** Looked up once for each strategy: a debtor may have thousands of items. */
export function debtorStandings(world: Surroundings): (strategy: Strategy) => DebtorStanding {
  const known = new Map<string, DebtorStanding>();
  return (strategy) => {
    const found = known.get(strategy.id) ?? standing(strategy, world);
    known.set(strategy.id, found);
    return found;
  };
}
