import { quoted } from "../../store/ddl";
import type { SqlValue } from "../../store/sql";
import type { Row, Value } from "../contract";
import type { Core } from "../core";
import type { TableModel } from "../table-model";
import { divideRounded, toScaled } from "../values/decimal";
import { isReference } from "../reference";
import { unscaled } from "../../query/decimal";
import { RATE_PLACES } from "./rates";

const STORED = 4;
/** The rate of the organisation's own currency. */
const ONE = 10n ** BigInt(RATE_PLACES);

/** Whether a text has a point and no more than some places after it. */
const fits = (text: string, places: number): boolean => text.includes(".") && text.length - 1 - text.lastIndexOf(".") <= places;

/** An amount in the organisation's currency: amount / rate, exact to four places (half away from zero). */
function baseOf(amount: Value, rate: bigint, places: number): Value {
  if (amount === null || (rate === ONE && typeof amount === "string" && fits(amount, places))) return amount;
  const scaled = toScaled(String(amount), { places, scale: STORED });
  // Not a decimal: the column's own port refuses it by name.
  if (scaled === null) return amount;
  return unscaled(rate === ONE ? scaled : divideRounded(BigInt(scaled) * ONE, rate), STORED);
}

const currencyIn = (row: Row): string | null | undefined => {
  const value = row["transactioncurrencyid"];
  return isReference(value) ? value.id : value === null ? null : undefined;
};

function withBases(core: Core, model: TableModel, { row, currencyId }: { readonly row: Row; readonly currencyId: string }): Row {
  const rate = core.rates.of(currencyId);
  const priced: Record<string, Value> = { ...row };
  for (const { amount, base } of model.money) {
    const value = row[amount.logicalName];
    if (value !== undefined) priced[base.logicalName] = baseOf(value, rate.scaled, amount.precision ?? 2);
  }
  priced["exchangerate"] = rate.text;
  priced["transactioncurrencyid"] = { logicalName: "transactioncurrency", id: currencyId };
  return priced;
}

const touchesMoney = (model: TableModel, row: Row): boolean => model.money.some(({ amount }) => row[amount.logicalName] !== undefined);

/** A new row with money: currency (the organisation's own when none is named), exchange rate and base amounts. */
export function moneyOnCreate(core: Core, model: TableModel, row: Row): Row {
  if (model.money.length === 0) return row;
  const named = currencyIn(row);
  if (named == null && !touchesMoney(model, row)) return row;
  return withBases(core, model, { row, currencyId: named ?? core.rates.base() });
}

function storedMoney(core: Core, model: TableModel, id: string): Readonly<Record<string, SqlValue>> {
  const { logicalName, primaryId } = model.table;
  const columns = ["transactioncurrencyid", ...model.money.map(({ amount }) => amount.logicalName)];
  return core.engine.get(`SELECT ${columns.map(quoted).join(", ")} FROM ${quoted(logicalName)} WHERE ${quoted(primaryId)} = ?`, [id]) ?? {};
}

/** A changed row with money: base amounts follow the amounts and, when the currency changes, all amounts. */
export function moneyOnUpdate(core: Core, model: TableModel, change: { readonly id: string; readonly row: Row }): Row {
  const { id, row } = change;
  const named = model.money.length === 0 ? undefined : currencyIn(row);
  if (named === undefined && !touchesMoney(model, row)) return row;
  const stored = storedMoney(core, model, id);
  const kept = named === undefined ? stored["transactioncurrencyid"] : named;
  const currencyId = kept == null ? core.rates.base() : String(kept);
  if (named === undefined) return withBases(core, model, { row, currencyId });
  const amounts = model.money.map(({ amount: { logicalName } }): [string, Value] => {
    const value = stored[logicalName];
    return [logicalName, row[logicalName] ?? (value == null || row[logicalName] === null ? null : unscaled(value as number | bigint, STORED))];
  });
  return withBases(core, model, { row: { ...row, ...Object.fromEntries(amounts) }, currencyId });
}
