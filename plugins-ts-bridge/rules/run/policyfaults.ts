import type { Policy } from "#domain/dunning/policy";
import type { Fault } from "#domain/messages/fault";
import { faultText } from "#domain/messages/text";
import { channelFaults } from "#domain/strategies/channels";
import type { Strategy } from "#domain/strategies/strategy";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";

const toldWithDebtors: ReadonlySet<string> = new Set(["DULY-STRATEGY-001", "DULY-STRATEGY-010"]);

/**
 * For the administrator: a strategy that cannot be used, except one that has no step yet or is inactive, which is told with its debtors;
 * and steps whose template is written for another channel, which are carried out all the same.
 */
const faultsOf = (strategy: Strategy, { templates }: Policy): readonly Fault[] =>
  [...(strategy.fault === null || toldWithDebtors.has(strategy.fault.code) ? [] : [strategy.fault]), ...channelFaults(strategy, templates)];

/** The company or one of its segments names it. */
const isNamed = ({ id }: Strategy, { company, segments }: Policy): boolean =>
  company.strategyId === id || segments.some(({ strategyId, companyId }) => strategyId === id && (companyId === null || companyId === company.id));

/** Whether an open item or a debtor of the company names a strategy, itself or by its credit class. */
function* hasClimbers({ id }: Strategy, { company, creditClasses }: Policy): Reading<boolean> {
  const classes = [...creditClasses].flatMap(([classId, { strategyId }]) => (strategyId === id ? [classId] : []));
  const own = ["duly_strategy", "eq", id] as const;
  const [debtors, items] = yield* readTogether(
    from("duly_debtor").select("duly_debtorid").where(["duly_company", "eq", company.id], ["statecode", "eq", 0], { any: classes.length === 0 ? [own] : [own, ["duly_creditclass", "in", classes]] }).first(1),
    from("duly_openitem").select("duly_openitemid").where(["duly_company", "eq", company.id], ["statecode", "eq", 0], own).first(1),
  );
  return debtors.length > 0 || items.length > 0;
}

/** What is wrong with the strategies that somebody of the company climbs, each told once; those of others are in the logs of theirs. */
export function* readStrategyFaults(policy: Policy): Reading<readonly string[]> {
  const told: string[] = [];
  for (const strategy of policy.strategies.values()) {
    const faults = faultsOf(strategy, policy);
    if (faults.length > 0 && (isNamed(strategy, policy) || (yield* hasClimbers(strategy, policy)))) told.push(...faults.map((one) => faultText(one)));
  }
  return [...new Set(told)];
}
