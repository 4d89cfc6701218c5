import type { Step } from "../strategies/strategy";
import type { Climber } from "./coming";
import type { World } from "./world";

/** Whether the message of the level that an item stands at has not left yet; on the debtor's ladder, that of any of its items. */
const standsUnsent = ({ item, standing: { ladder: { level } }, strategy }: Climber, world: World): boolean =>
  (strategy.ladder === "debtor" ? world.debtorStanding(strategy).unsent : world.facts.unsent.get(item.id) === level);

/** Whether a step is counted from one whose message has not left yet, so that its day is not known. Source: cases.md A-30, counted from the actual send. */
export function waitsForSending(climber: Climber, step: Step, world: World): boolean {
  const { strategy: { steps }, standing: { ladder: { level } } } = climber;
  if (world.facts.unsent.size === 0 || step.base !== "previousStep" || level === 0) return false;
  const before = steps.findLast(({ sequence }) => sequence < step.sequence);
  if (before === undefined) return false;
  return before.sequence <= level ? standsUnsent(climber, world) : waitsForSending(climber, before, world);
}
