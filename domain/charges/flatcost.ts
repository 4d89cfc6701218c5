import type { Day } from "../calendar/day";
import { stop } from "../messages/fault";
import { powerOfTen } from "../money/decimal";
import type { Rate } from "../money/exchange";
import type { Currency, Money } from "../money/money";
import { payable } from "./round";
import { ruleOn, type Claim, type InterestRule } from "./rule";

/** Decimals of a Rate. */
const rateUnit = powerOfTen(12);

/** Official price of one unit of a currency in another, from a day until the next. */
export interface DailyRate { readonly of: string; readonly in: string; readonly day: Day; readonly rate: Rate }

/** The flat cost that a claim gives rise to; null = none. Consumers owe it only where a rule names natural persons. Source: Directive 2011/7/EU art. 6. */
export function flatCostRule(rules: readonly InterestRule[], claim: Claim, firstDay: Day): InterestRule & { readonly flat: Money } | null {
  const rule = ruleOn(rules, claim, firstDay);
  if (rule === null || rule.flat === null) return null;
  return claim.debtorKind === "naturalPerson" && rule.debtorKind !== "naturalPerson" ? null : { ...rule, flat: rule.flat };
}

/** An amount by the official rate of a day, in a currency; stops when there is none on or before the day. Source: rules.md L-03. */
export function byDailyRate(amount: Money, to: Currency, { day, rates }: { readonly day: Day; readonly rates: readonly DailyRate[] }): Money {
  if (amount.currency.code === to.code) return payable(amount.minor, 1n, to);
  const known = rates.filter((one) => one.of === amount.currency.code && one.in === to.code && one.day <= day).sort((left, right) => (left.day < right.day ? 1 : -1));
  const { rate } = known[0] ?? stop("DULY-CHARGE-006", { of: amount.currency.code, in: to.code, day });
  return payable(amount.minor * rate * powerOfTen(to.decimals), rateUnit * powerOfTen(amount.currency.decimals), to);
}
