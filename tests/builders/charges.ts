import type { Levy } from "#domain/charges/levy";
import { parsePercent, type Percent } from "#domain/charges/percent";
import type { ChargePolicy } from "#domain/charges/policy";
import type { BaseRates, InterestRule } from "#domain/charges/rule";
import { parseRate } from "#domain/money/exchange";
import { money } from "#domain/money/money";
import { day, eur, huf } from "./facts";

/** Charges for tests of the pure rules: the law of the European Union and of Hungary as rules.md L-01 to L-04 tell it. */
export const percent = (text: string): Percent => parsePercent(text) ?? (() => { throw new Error(`${text} is no percentage`); })();

export const ruleOf = (parts: Partial<InterestRule> = {}): InterestRule => ({
  code: "EU", country: null, debtorKind: "company", currencyCode: null, validFrom: day("2013-03-16"), validTo: null, rateCode: "ECB", margin: percent("8"), fixing: "halfYear",
  flat: money(4000n, eur), ...parts,
});

export const ratesOf = (rates: Readonly<Record<string, Readonly<Record<string, string>>>>): BaseRates =>
  new Map(Object.entries(rates).map(([code, days]) => [code, Object.entries(days).map(([from, text]) => ({ from: day(from), percent: percent(text) }))]));

export const knownRates = ratesOf({
  ECB: { "2026-01-01": "2.15", "2026-07-01": "2.40" },
  MNB: { "2021-12-15": "2.40", "2022-06-29": "7.75", "2022-07-13": "9.75", "2022-09-28": "13.00" },
});

export const chargePolicyOf = (parts: Partial<ChargePolicy> = {}): ChargePolicy => ({
  companyId: "company", country: null, fees: new Map(), rules: [ruleOf()], rates: knownRates, dailyRates: [],
  currencies: new Map([["EUR", { currency: eur, rate: parseRate("1") }], ["HUF", { currency: huf, rate: parseRate("400") }]]), ...parts,
});

export const levyOf = (parts: Partial<Levy> = {}): Levy => ({
  policy: chargePolicyOf(), debtorKind: "company", charges: [], allocations: new Map(), asOf: day("2026-03-12"), adds: true, ...parts,
});
