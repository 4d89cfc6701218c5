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

export function toCurrencies(rows: readonly CurrencyRow[]): Currencies {
  const known = rows.filter((row) => row.isocurrencycode !== null).map((row) => {
    const quoted = { currency: { code: row.isocurrencycode ?? "", decimals: row.currencyprecision ?? 2 }, rate: parseRate(row.exchangerate ?? "") };
    return { id: row.transactioncurrencyid, code: quoted.currency.code, quoted };
  });
  return {
    byId: new Map(known.map(({ id, quoted }) => [id, quoted])),
    byCode: new Map(known.map(({ code, quoted }) => [code, quoted])),
    idOf: new Map(known.map(({ code, id }) => [code, id])),
  };
}

/** The amount of a column with the currency of its row; stops when either is missing or broken. `row` names it in the message. */
export function toMoney(text: string | null | undefined, currency: Reference | null | undefined, { currencies, row }: { readonly currencies: Currencies; readonly row: string }): Money {
  const quoted = currencies.byId.get(currency?.id ?? "") ?? stop("DULY-MONEY-005", { row });
  const amount = parseMoney(text ?? "", quoted.currency);
  return "code" in amount ? stop(amount.code, amount.parameters) : amount;
}

/** Lookup to the currency of an amount. */
export const currencyReference = (amount: Money, { idOf }: Currencies): Reference =>
  reference("transactioncurrency", idOf.get(amount.currency.code) ?? stop("DULY-MONEY-005", { row: amount.currency.code }));
