import type { DailyRate } from "#domain/charges/flatcost";
import type { BaseRate, BaseRates, InterestRule } from "#domain/charges/rule";
import type { Day } from "#domain/calendar/day";
import { parseDay } from "#domain/calendar/day";
import { fault, FaultError, type Fault } from "#domain/messages/fault";
import { parseMoney } from "#domain/money/decimal";
import { parseRate } from "#domain/money/exchange";
import type { Money } from "#domain/money/money";
import { from } from "../sdk/query";
import { orFault, percentOf } from "./charges";
import { kindOf, rateFixingOf } from "./codes";
import type { Currencies } from "./currencies";
import { groupBy } from "./group";

/** Rules that an administrator activated. */
export const ruleQuery = () => from("duly_interestrule").select(
  "duly_interestruleid", "duly_code", "duly_country", "duly_debtorkind", "duly_currencycode", "duly_validfrom", "duly_validto", "duly_ratecode", "duly_margin", "duly_fixing",
  "duly_flatamount", "duly_flatcurrency",
).where(["statecode", "eq", 0]);
export type RuleColumns = ReturnType<typeof ruleQuery>["row"];

export const rateQuery = () => from("duly_interestrate").select("duly_name", "duly_code", "duly_validfrom", "duly_rate").where(["statecode", "eq", 0]);
export type RateColumns = ReturnType<typeof rateQuery>["row"];

/** Daily rates between days, for amounts of some currencies in others. */
export const dailyRateQuery = (codes: { readonly of: readonly string[]; readonly in: readonly string[] }, [first, last]: readonly [Day, Day]) => from("duly_dailyrate")
  .select("duly_name", "duly_fromcurrency", "duly_tocurrency", "duly_day", "duly_rate")
  .where(["duly_fromcurrency", "in", codes.of], ["duly_tocurrency", "in", codes.in], ["duly_day", "ge", first], ["duly_day", "le", last], ["statecode", "eq", 0]);
export type DailyRateColumns = ReturnType<typeof dailyRateQuery>["row"];

const refused = (found: Fault): never => { throw new FaultError(found); };

function dayIn(text: string | null, found: Fault): Day | null {
  return text === null ? null : parseDay(text) ?? refused(found);
}

function flatOf(row: RuleColumns, { byCode }: Currencies, wrong: (column: string) => Fault): Money | null {
  if (row.duly_flatamount === null) return null;
  const { currency } = byCode.get(row.duly_flatcurrency ?? "") ?? refused(wrong("duly_flatcurrency"));
  const amount = parseMoney(row.duly_flatamount, currency);
  return "code" in amount ? refused(wrong("duly_flatamount")) : amount;
}

/** A currency that no amount can be in is a slip of the pen: the rule would govern nothing, and nobody would notice. */
function codeOf(code: string | null, { byCode }: Currencies, found: Fault): string | null {
  return code === null || byCode.has(code) ? code : refused(found);
}

function toRule(row: RuleColumns, currencies: Currencies): InterestRule {
  const code = row.duly_code ?? row.duly_interestruleid;
  const wrong = (column: string): Fault => fault("DULY-CHARGE-003", { rule: code, column });
  return {
    code, country: row.duly_country, debtorKind: kindOf(row.duly_debtorkind), currencyCode: codeOf(row.duly_currencycode, currencies, wrong("duly_currencycode")),
    validFrom: dayIn(row.duly_validfrom, wrong("duly_validfrom")) ?? refused(wrong("duly_validfrom")), validTo: dayIn(row.duly_validto, wrong("duly_validto")),
    rateCode: row.duly_ratecode, margin: row.duly_margin === null ? null : percentOf(row.duly_margin, wrong("duly_margin")), fixing: rateFixingOf(row.duly_fixing) ?? "halfYear",
    flat: flatOf(row, currencies, wrong),
  };
}

/** Rules for the claims of a company's country. */
export const toRules = (rows: readonly RuleColumns[], country: string | null, currencies: Currencies): readonly (InterestRule | Fault)[] =>
  rows.filter((row) => row.duly_country === null || row.duly_country === country).map((row) => orFault(() => toRule(row, currencies)));

function toRate(row: RateColumns): BaseRate {
  const wrong = (column: string): Fault => fault("DULY-CHARGE-007", { table: "duly_interestrate", row: row.duly_name ?? row.duly_code ?? "", column });
  return { from: dayIn(row.duly_validfrom, wrong("duly_validfrom")) ?? refused(wrong("duly_validfrom")), percent: percentOf(row.duly_rate, wrong("duly_rate")) };
}

const byDay = (left: BaseRate, right: BaseRate): number => (left.from < right.from ? -1 : 1);

/** Base rates that some rules build on. */
export function toRates(rows: readonly RateColumns[], codes: ReadonlySet<string | null>): BaseRates | Fault {
  const needed = groupBy(rows.filter((row) => codes.has(row.duly_code)), (row) => row.duly_code ?? "");
  return orFault(() => new Map([...needed].map(([code, own]) => [code, own.map(toRate).sort(byDay)])));
}

export const toDailyRate = (row: DailyRateColumns): DailyRate | Fault => orFault(() => {
  const wrong = (column: string): Fault => fault("DULY-CHARGE-007", { table: "duly_dailyrate", row: row.duly_name ?? "", column });
  return {
    of: row.duly_fromcurrency ?? "", in: row.duly_tocurrency ?? "", day: dayIn(row.duly_day, wrong("duly_day")) ?? refused(wrong("duly_day")),
    rate: parseRate(row.duly_rate ?? "") ?? refused(wrong("duly_rate")),
  };
});
