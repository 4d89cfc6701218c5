import { stop } from "../messages/fault";

/** ISO 4217 code and the number of decimals in which its amounts are kept. */
export interface Currency {
  readonly code: string;
  readonly decimals: number;
}

/** An amount in minor units (cents) of one currency. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

export const money = (minor: bigint, currency: Currency): Money => ({ minor, currency });

export const zero = (currency: Currency): Money => ({ minor: 0n, currency });

/** Refuses to reckon with two currencies. */
function alike(left: Money, right: Money): void {
  if (left.currency.code !== right.currency.code || left.currency.decimals !== right.currency.decimals) {
    stop("DULY-MONEY-003", { left: left.currency.code, right: right.currency.code });
  }
}

export function add(left: Money, right: Money): Money {
  alike(left, right);
  return money(left.minor + right.minor, left.currency);
}

export function subtract(left: Money, right: Money): Money {
  alike(left, right);
  return money(left.minor - right.minor, left.currency);
}

/** Below zero when left is less, zero when equal, above zero when more. */
export function compare(left: Money, right: Money): -1 | 0 | 1 {
  alike(left, right);
  if (left.minor === right.minor) return 0;
  return left.minor < right.minor ? -1 : 1;
}

export const smaller = (left: Money, right: Money): Money => (compare(left, right) <= 0 ? left : right);

export const isPositive = (amount: Money): boolean => amount.minor > 0n;

/** Sum of amounts of one currency; zero for none. */
export const sum = (amounts: readonly Money[], currency: Currency): Money => amounts.reduce(add, zero(currency));
