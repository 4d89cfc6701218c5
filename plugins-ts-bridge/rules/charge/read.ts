import { addDays } from "#domain/calendar/arithmetic";
import { earlier, later, type Day } from "#domain/calendar/day";
import type { Charge } from "#domain/charges/charge";
import type { Levy } from "#domain/charges/levy";
import type { CostRate } from "#domain/costs/cost";
import type { ChargePolicy } from "#domain/charges/policy";
import type { InterestRule } from "#domain/charges/rule";
import type { Action, Line } from "#domain/dunning/actions";
import type { DebtorFacts } from "#domain/dunning/facts";
import type { Policy } from "#domain/dunning/policy";
import { isFault } from "#domain/messages/fault";
import type { Step } from "#domain/strategies/strategy";
import { allocationsOf, toAllocation, type AllocationColumns } from "../../rows/allocation";
import { bandQuery, chargeQuery, feeQuery, toCharge, toFees, type ChargeColumns } from "../../rows/charges";
import { costRateQuery, toCostRate } from "../../rows/costs";
import { groupBy } from "../../rows/group";
import { dailyRateQuery, rateQuery, ruleQuery, toDailyRate, toRates, toRules } from "../../rows/interest";
import { from } from "../../sdk/query";
import { read, readTogether, type Reading } from "../../sdk/reading";
import { reference } from "../../sdk/value";
import { chunks } from "../run/told";
import type { ReadPolicy } from "../run/read";

/** What the messages of a page cost and charge. */
export interface Beside {
  readonly costs: readonly CostRate[];
  /** null = the company charges nothing. */
  readonly charging: Charging | null;
}

/** What the charges of a page's messages are made from. */
export interface Charging {
  readonly policy: ChargePolicy;
  /** Charges are booked as debt; no = they are only shown. */
  readonly posts: boolean;
  readonly charges: ReadonlyMap<string, readonly ChargeColumns[]>;
  /** Those that nights would make that are looked at before this one, without being written. */
  readonly foreseen: readonly Charge[];
  readonly allocations: ReadonlyMap<string, readonly AllocationColumns[]>;
}

export const companyQuery = (id: string) => from("duly_company").select("duly_country", "duly_currencycode", "duly_postcharges").where(["duly_companyid", "eq", id]);

const isCharging = (step: Step): boolean => step.fee !== "none" || step.interest;

/** Does any step of a company's strategies charge anything? */
const chargingSteps = ({ strategies }: Policy): readonly Step[] => [...strategies.values()].flatMap(({ steps }) => steps.filter(isCharging));

const told = (actions: readonly Action[]): readonly Line[] => actions.flatMap((action) => (action.kind === "planCommunication" ? action.lines : []));

/** Items on which payments split the periods of interest. */
const partlyPaid = (lines: readonly Line[]): readonly string[] =>
  [...new Set(lines.flatMap(({ item, step }) => (step.interest && item.openAmount.minor !== item.amount.minor ? [item.id] : [])))];

/** Official rates are looked for so many days back. */
const ratesBack = 366;

function* readDailyRates(rules: ChargePolicy["rules"], lines: readonly Line[]): Reading<ChargePolicy["dailyRates"]> {
  const late = lines.filter(({ step, daysPastDue }) => step.interest && daysPastDue > 0);
  const flats = rules.flatMap((rule) => (isFault(rule) || rule.flat === null ? [] : [rule.flat.currency.code]));
  const foreign = late.filter(({ open }) => flats.some((code) => code !== open.currency.code));
  const [first] = foreign;
  if (first === undefined) return [];
  const [least, most] = foreign.reduce<readonly [Day, Day]>(([low, high], { dueOn }) => [earlier(low, dueOn), later(high, dueOn)], [first.dueOn, first.dueOn]);
  const codes = { of: [...new Set(flats)], in: [...new Set(foreign.map(({ open }) => open.currency.code))] };
  return (yield* read(dailyRateQuery(codes, [addDays(least, -ratesBack), addDays(most, 1)]))).map(toDailyRate);
}

/** Codes of the rates that some rules build on. */
export const rateCodes = (rules: ChargePolicy["rules"]): ReadonlySet<string | null> =>
  new Set(rules.flatMap((rule: InterestRule | { readonly code: string }) => ("rateCode" in rule ? [rule.rateCode] : [])));

/** Reads what the messages of some debtors charge; null, without reading, when the company's strategies charge nothing or nothing is told. */
function* readCharging(actions: readonly Action[], debtorIds: readonly string[], { policy, currencies }: ReadPolicy): Reading<Charging | null> {
  const steps = chargingSteps(policy).map(({ id }) => id);
  const lines = told(actions);
  if (steps.length === 0 || lines.length === 0) return null;
  const [companies, fees, bands, ruleRows, rates, charges, ...allocations] = yield* readTogether(
    companyQuery(policy.company.id), feeQuery(steps), bandQuery(steps), ruleQuery(), rateQuery(), chargeQuery(debtorIds), ...chunks(partlyPaid(lines)).map(allocationsOf),
  );
  const [company] = companies;
  const currencyId = currencies.idOf.get(company?.duly_currencycode ?? "");
  const rules = toRules(ruleRows, company?.duly_country ?? null, currencies);
  const amounts = { currencies, currency: currencyId === undefined ? null : reference("transactioncurrency", currencyId) };
  return {
    posts: company?.duly_postcharges ?? false,
    policy: {
      companyId: policy.company.id, country: company?.duly_country ?? null, currencies: policy.currencies, rules,
      fees: toFees(fees, bands, amounts), rates: toRates(rates, rateCodes(rules)), dailyRates: yield* readDailyRates(rules, lines),
    },
    foreseen: [], charges: groupBy(charges, (row) => row.duly_debtor?.id ?? ""), allocations: groupBy(allocations.flat(), (row) => row.duly_openitem?.id ?? ""),
  };
}

/** What the charges of one debtor are made from; stops when a row of its own cannot be read. */
export function levyOf({ debtor, items }: DebtorFacts, charging: Charging | null, { asOf, read: { currencies }, adds }: { readonly asOf: Day; readonly read: ReadPolicy; readonly adds: boolean }): Levy | null {
  if (charging === null) return null;
  const { policy, charges, foreseen, allocations } = charging;
  return {
    policy, asOf, adds, debtorKind: debtor.kind, charges: [...(charges.get(debtor.id) ?? []).map((row) => toCharge(row, currencies)), ...foreseen],
    allocations: new Map(items.flatMap(({ id }) => {
      const rows = allocations.get(id);
      return rows === undefined ? [] : [[id, rows.map((row) => toAllocation(row, currencies))]];
    })),
  };
}

/** Reads what belongs to the messages among some actions: nothing when there is none. */
export function* readBeside(actions: readonly Action[], debtorIds: readonly string[], known: ReadPolicy): Reading<Beside> {
  if (!actions.some(({ kind }) => kind === "planCommunication")) return { costs: [], charging: null };
  const costs = yield* read(costRateQuery(known.policy.company.id));
  return { costs: costs.flatMap(toCostRate), charging: yield* readCharging(actions, debtorIds, known) };
}
