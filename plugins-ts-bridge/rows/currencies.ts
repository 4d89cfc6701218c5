import { stop } from "#domain/messages/fault";
import { parseMoney } from "#domain/money/decimal";
import { parseRate, type Quoted } from "#domain/money/exchange";
import type { Money } from "#domain/money/money";
import type { Reference } from "#solution/generated/names";
import { from } from "../sdk/query";
import type { CurrencyRow } from "../sdk/tables";
import { reference } from "../sdk/value";

export const currencyQuery = () => from("transactioncurrency").select("transactioncurrencyid", "isocurrencycode", "currencyprecision", "exchangerate");

/** The currency table, by id and by ISO code. */
export interface Currencies {
  readonly byId: ReadonlyMap<string, Quoted>;
  readonly byCode: ReadonlyMap<string, Quoted>;
  readonly idOf: ReadonlyMap<string, string>;
}

/** Dataverse allows ten places at most; with a row that says more no amount can be reckoned, and each is told by its own row. */
const isPlausible = ({ currencyprecision: places }: CurrencyRow): boolean => places === null || (Number.isInteger(places) && places >= 0 && places <= 10);

export function toCurrencies(rows: readonly CurrencyRow[]): Currencies {
  const known = rows.filter((row) => row.isocurrencycode !== null && isPlausible(row)).map((row) => {
    const quoted = { currency: { code: row.isocurrencycode ?? "", decimals: row.currencyprecision ?? 2 }, rate: parseRate(row.exchangerate ?? "") };
    return { id: row.transactioncurrencyid, code: quoted.currency.code, quoted };
  });
  return {
    byId: new Map(known.map(({ id, quoted }) => [id, quoted])),
    byCode: new Map(known.map(({ code, quoted }) => [code, quoted])),
    idOf: new Map(known.map(({ code, id }) => [code, id])),
  };
}

/** Where an amount stands: `row` with its table ("duly_openitem INV-1/1"), or in words while it is not stored. */
export interface AmountPlace { readonly currencies: Currencies; readonly row: string; readonly column?: string }

/** The amount of a column with the currency of its row; stops when either is missing or broken, and names the place. */
export function toMoney(text: string | null | undefined, currency: Reference | null | undefined, { currencies, row, column }: AmountPlace): Money {
  const quoted = currencies.byId.get(currency?.id ?? "") ?? stop("DULY-MONEY-005", { row });
  const amount = parseMoney(text ?? "", quoted.currency);
  return "code" in amount ? stop(amount.code, { ...amount.parameters, where: ` (${[row, ...(column === undefined ? [] : [column])].join(", ")})` }) : amount;
}

/** Lookup to the currency of an amount. */
export const currencyReference = (amount: Money, { idOf }: Currencies): Reference =>
  reference("transactioncurrency", idOf.get(amount.currency.code) ?? stop("DULY-MONEY-005", { row: amount.currency.code }));
