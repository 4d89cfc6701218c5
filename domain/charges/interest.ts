import { addDays, daysBetween } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import { moneyText } from "../money/decimal";
import { compare, isPositive, type Money } from "../money/money";
import type { Allocation, OpenItem } from "../receivables/item";
import { openOn } from "../receivables/open";
import { hundredPercent, percentText, type Percent } from "./percent";
import { payable } from "./round";
import { rateOn, ruleOn, type BaseRates, type Claim, type InterestRule } from "./rule";

/** Days in which neither rate nor principal changed; both ends count. */
export interface Period { readonly from: Day; readonly to: Day; readonly percent: Percent; readonly principal: Money }

/** What interest is reckoned by. */
export interface InterestLaw { readonly rules: readonly InterestRule[]; readonly rates: BaseRates; readonly claim: Claim }

const daysOf = ({ from, to }: Period): number => daysBetween(from, to) + 1;

/** Days between two on which a half-year begins. */
function halfYears(from: Day, to: Day): readonly Day[] {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => String(first + index).padStart(4, "0"));
  return years.flatMap((year) => [`${year}-01-01` as Day, `${year}-07-01` as Day]);
}

/** Days on which rate or principal may change: half-years, new base rates, rules that begin or end, and the day after each payment. */
function turningDays({ rules, rates }: InterestLaw, allocations: readonly Allocation[], [from, to]: readonly [Day, Day]): readonly Day[] {
  const days = [
    from, ...halfYears(from, to), ...allocations.map(({ bookedOn }) => addDays(bookedOn, 1)),
    ...rules.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === null ? [] : [addDays(validTo, 1)])]),
    ...rules.flatMap(({ fixing, rateCode }) => (fixing === "daily" ? (rates.get(rateCode ?? "") ?? []).map((rate) => rate.from) : [])),
  ];
  return [...new Set(days.filter((day) => day >= from && day <= to))].sort();
}

/** Open at the beginning of a day: a payment stops interest from the day after its booking. */
const principalOn = (item: OpenItem, day: Day): Money => openOn(item, addDays(day, -1));

function periodFrom(item: OpenItem, law: InterestLaw, [from, to]: readonly [Day, Day]): Period | null {
  const principal = principalOn(item, from);
  const rule = ruleOn(law.rules, law.claim, from);
  if (rule === null || rule.margin === null || !isPositive(principal)) return null;
  return { from, to, percent: rateOn({ ...rule, margin: rule.margin }, law.rates, from), principal };
}

const continues = (last: Period | undefined, next: Period): last is Period =>
  last !== undefined && addDays(last.to, 1) === next.from && last.percent === next.percent && compare(last.principal, next.principal) === 0;

function joined(periods: readonly Period[]): readonly Period[] {
  return periods.reduce<readonly Period[]>((all, next) => {
    const last = all[all.length - 1];
    return continues(last, next) ? [...all.slice(0, -1), { ...last, to: next.to }] : [...all, next];
  }, []);
}

/**
 * Periods of interest on an item from the day after its due date to a day, both included; a payment counts to its booking day, included.
 * Needs all allocations of the item since its due date. Sources: Directive 2011/7/EU art. 3; rules.md L-01, L-04.
 */
export function interestPeriods(item: OpenItem & { readonly dueOn: Day }, law: InterestLaw, until: Day): readonly Period[] {
  const from = addDays(item.dueOn, 1);
  if (from > until) return [];
  const days = turningDays(law, item.allocations, [from, until]);
  const spans = days.map((day, index) => [day, addDays(days[index + 1] ?? addDays(until, 1), -1)] as const);
  return joined(spans.flatMap((span) => periodFrom(item, law, span) ?? []));
}

const daysInYear = 365n;

/** Simple interest, ACT/365: the periods are added up exactly and rounded once. null for none. */
export function interestOf(periods: readonly Period[]): Money | null {
  const [first] = periods;
  if (first === undefined) return null;
  const total = periods.reduce((sum, period) => sum + period.principal.minor * period.percent * BigInt(daysOf(period)), 0n);
  return payable(total, daysInYear * hundredPercent, first.principal.currency);
}

/** "2026-06-01 – 2026-06-30: 30 days, 10.15 % of 10000.00 EUR" */
export const periodText = (period: Period): string =>
  `${period.from} – ${period.to}: ${daysOf(period)} days, ${percentText(period.percent)} % of ${moneyText(period.principal)}`;
