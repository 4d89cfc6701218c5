import { stop } from "../messages/fault";
import { powerOfTen } from "./decimal";
import { decimalParts } from "./digits";
import { money, type Currency, type Money } from "./money";
import { divide, type Rounding } from "./round";

/** Decimals in which rates are kept. */
const rateDecimals = 12;

/** Units of a currency for one unit of the base currency, times 10^12. */
export type Rate = bigint;

/** Reads a rate ("395.25"); null when it is none or not above zero. */
export function parseRate(text: string): Rate | null {
  const parts = decimalParts(text);
  if (parts === null || parts.sign === "-") return null;
  const { whole, fraction } = parts;
  const rate = BigInt(`${whole}${fraction.slice(0, rateDecimals).padEnd(rateDecimals, "0")}`);
  return rate > 0n ? rate : null;
}

/** A currency with its rate; null = none is known. */
export interface Quoted {
  readonly currency: Currency;
  readonly rate: Rate | null;
}

const known = ({ currency, rate }: Quoted): Rate => rate ?? stop("DULY-MONEY-004", { currency: currency.code });

/** An amount of `from` in the currency of `to`, by their rates to the base. Stops when a rate is missing; the same currency needs none. */
export function exchange(amount: Money, pair: { readonly from: Quoted; readonly to: Quoted }, rounding: Rounding): Money {
  const { from, to } = pair;
  if (from.currency.code === to.currency.code) return amount;
  const top = amount.minor * known(to) * powerOfTen(to.currency.decimals);
  return money(divide(top, known(from) * powerOfTen(from.currency.decimals), rounding), to.currency);
}
