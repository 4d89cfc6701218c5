import type { Reference } from "#solution/generated/names";
import { stop } from "#domain/messages/fault";
import { isPositive } from "#domain/money/money";
import type { PlanLimits } from "#domain/plans/plan";
import type { Plannable } from "#domain/plans/validate";
import { currencyQuery, toCurrencies, toMoney, type Currencies } from "../../rows/currencies";
import { from } from "../../sdk/query";
import { readTogether, type Reading } from "../../sdk/reading";
import { isPromisable, promisableQuery, toPromisable } from "../promise/read";

const noId = "00000000-0000-0000-0000-000000000000";

/** Items of a debtor that open plans cover. */
export const coveredQuery = (debtorId: string) => from("duly_planitem").select("duly_openitem")
  .join({ table: "duly_plan", from: "duly_planid", to: "duly_plan", alias: "plan", select: ["duly_name"], where: [["duly_debtor", "eq", debtorId], ["statecode", "eq", 0]] });

const templateQuery = (id: string) => from("duly_plantemplate").select("duly_name", "duly_company", "duly_most", "duly_months", "duly_least", "transactioncurrencyid")
  .where(["duly_plantemplateid", "eq", id], ["statecode", "eq", 0]);
type TemplateRow = ReturnType<typeof templateQuery>["row"];

const companyOf = (debtorId: string) => from("duly_debtor").select("duly_company").where(["duly_debtorid", "eq", debtorId]);

/** What a plan of a debtor may be made of. */
export interface Plannables {
  readonly currencies: Currencies;
  readonly items: readonly Plannable[];
  readonly limits: PlanLimits | null;
}

function toLimits(row: TemplateRow, company: Reference | null, currencies: Currencies): PlanLimits {
  const name = row.duly_name ?? "";
  if (row.duly_company !== null && row.duly_company.id !== company?.id) stop("DULY-PLAN-008", { template: name });
  return { name, most: row.duly_most ?? 1, months: row.duly_months ?? 1, least: row.duly_least === null ? null : toMoney(row.duly_least, row.transactioncurrencyid, { currencies, row: `duly_plantemplate ${name}`, column: "duly_least" }) };
}

/** Reads the open items of a debtor and the limits of a kind of plan; refused when the kind does not exist, or is another company's. */
export function* readPlannables(debtorId: string, templateId: string | null): Reading<Plannables> {
  const [currencyRows, rows, covered, templates, debtors] = yield* readTogether(currencyQuery(), promisableQuery(debtorId), coveredQuery(debtorId), templateQuery(templateId ?? noId), companyOf(debtorId));
  const [debtor] = debtors;
  if (debtor === undefined) return stop("DULY-DEBTOR-001", { debtor: debtorId });
  const currencies = toCurrencies(currencyRows);
  const planned = new Set(covered.map((row) => row.duly_openitem?.id));
  const items = rows.filter(isPromisable).map((row) => toPromisable(row, currencies, null))
    .filter((item) => isPositive(item.open)).map(({ id, name, open }) => ({ id, name, open, planned: planned.has(id) }));
  const [template] = templates;
  if (templateId !== null && template === undefined) stop("DULY-PLAN-009", { template: templateId });
  return { currencies, items, limits: template === undefined ? null : toLimits(template, debtor.duly_company, currencies) };
}

/** The items that a plan covers: those that are named, else all that no plan covers; in one currency. Refused when none is left, when one is not an open item of the debtor, or when there are several currencies. */
export function chosenItems(ids: readonly string[], items: readonly Plannable[], currency: string | null): readonly [Plannable, ...Plannable[]] {
  const named = ids.map((id) => items.find((item) => item.id === id) ?? stop("DULY-PLAN-010", { item: id }));
  const wanted = ids.length > 0 ? named : items.filter((item) => !item.planned && (currency === null || item.open.currency.code === currency));
  const codes = [...new Set([...wanted.map((item) => item.open.currency.code), ...(currency === null ? [] : [currency])])].sort();
  if (codes.length > 1) stop("DULY-PLAN-011", { currencies: codes.join(", ") });
  const [first, ...rest] = wanted;
  return first === undefined ? stop("DULY-PLAN-012") : [first, ...rest];
}
