import type { LadderPosition } from "../receivables/item";
import type { Strategy } from "../strategies/strategy";

/** Whether the strategy that an item climbs is another one by now than when it was told last. That it climbs another strategy is no change of this one. */
const changedSince = ({ version }: LadderPosition, { id, version: now }: Strategy): boolean => version !== null && version !== now && version.startsWith(`${id} `);

/** Where an item stands; a strategy that was changed since the last step and says so begins anew. Source: cases.md A-41. */
export function restarted(ladder: LadderPosition, strategy: Strategy): LadderPosition {
  const anew = strategy.policyChange === "restart" && ladder.lastActionOn !== null && changedSince(ladder, strategy);
  return anew ? { ...ladder, level: 0, cycle: ladder.cycle + 1, attempts: 0, deadline: null } : ladder;
}
