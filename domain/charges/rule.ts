import type { Day } from "../calendar/day";
import { fault, stop, type Fault } from "../messages/fault";
import type { Money } from "../money/money";
import type { DebtorKind } from "../segments/segment";
import type { Percent } from "./percent";

/** From a day on, until the next of its code. */
export interface BaseRate { readonly from: Day; readonly percent: Percent }

/** Base rates by code, each in the order of their days. */
export type BaseRates = ReadonlyMap<string, readonly BaseRate[]>;

/** Statutory interest and flat cost; a condition that is null does not constrain. */
export interface InterestRule {
  readonly code: string;
  readonly country: string | null;
  readonly debtorKind: DebtorKind | null;
  readonly currencyCode: string | null;
  /** First and last day of interest that it governs; null = still valid. */
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly rateCode: string | null;
  /** Percentage points above the base rate; null = the rule sets no interest. */
  readonly margin: Percent | null;
  readonly fixing: "halfYear" | "daily";
  /** Flat recovery cost for each late invoice; null = none. */
  readonly flat: Money | null;
}

/** What a claim is judged by. */
export interface Claim { readonly country: string | null; readonly debtorKind: DebtorKind; readonly currencyCode: string }

const admits = <T>(wanted: T | null, value: T | null): boolean => wanted === null || wanted === value;

const governs = (rule: InterestRule, { country, debtorKind, currencyCode }: Claim, day: Day): boolean =>
  rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo) && admits(rule.country, country) && admits(rule.debtorKind, debtorKind) && admits(rule.currencyCode, currencyCode);

const narrowness = ({ country, debtorKind, currencyCode }: InterestRule): number => [country, debtorKind, currencyCode].filter((one) => one !== null).length;

/** Narrower rules go before wider ones, then newer before older. */
const rank = (rule: InterestRule): string => `${narrowness(rule)} ${rule.validFrom}`;

/** The rule that governs a claim on a day: the narrowest, of equally narrow ones the newest. Stops when two are equal; null when there is none. */
export function ruleOn(rules: readonly InterestRule[], claim: Claim, day: Day): InterestRule | null {
  const [first, second] = rules.filter((rule) => governs(rule, claim, day)).sort((left, right) => (rank(left) > rank(right) ? -1 : 1));
  if (first !== undefined && second !== undefined && rank(first) === rank(second)) {
    stop("DULY-CHARGE-004", { left: first.code < second.code ? first.code : second.code, right: first.code < second.code ? second.code : first.code, day });
  }
  return first ?? null;
}

const halfYearStart = (day: Day): Day => `${day.slice(0, 4)}-${day.slice(5, 7) < "07" ? "01" : "07"}-01` as Day;

/** Base rates that rules build on and whose newest value is of an earlier half-year than a day: perhaps nobody entered the new one. Those without any value stop who needs them. */
export function staleRates(rules: readonly InterestRule[], rates: BaseRates, asOf: Day): readonly Fault[] {
  const inForce = rules.filter(({ validFrom, validTo, margin }) => margin !== null && validFrom <= asOf && (validTo === null || asOf <= validTo));
  const codes = [...new Set(inForce.flatMap(({ rateCode }) => rateCode ?? []))].sort();
  return codes.flatMap((code) => {
    const newest = (rates.get(code) ?? []).filter(({ from }) => from <= asOf).pop();
    return newest === undefined || newest.from >= halfYearStart(asOf) ? [] : [fault("DULY-CHARGE-009", { code, day: newest.from, asOf })];
  });
}

/** Rate of a rule for a day, never below zero: the base rate of the first day of the calendar half-year (or of the day itself) plus the margin. Stops when the base rate is not known. */
export function rateOn(rule: InterestRule & { readonly margin: Percent }, rates: BaseRates, day: Day): Percent {
  if (rule.rateCode === null) return rule.margin;
  const fixedOn = rule.fixing === "halfYear" ? halfYearStart(day) : day;
  const known = (rates.get(rule.rateCode) ?? []).filter(({ from }) => from <= fixedOn);
  const base = known[known.length - 1] ?? stop("DULY-CHARGE-005", { rule: rule.code, code: rule.rateCode, day: fixedOn });
  const rate = base.percent + rule.margin;
  return rate < 0n ? 0n : rate;
}

