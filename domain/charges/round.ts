import { powerOfTen } from "../money/decimal";
import { money, type Currency, type Money } from "../money/money";
import { divide } from "../money/round";

/** Currencies that are paid in whole units, whatever decimals their amounts are kept in. */
const whole: ReadonlySet<string> = new Set(["HUF"]);

/** A quotient of minor units as an amount that can be paid, half away from zero. Forints have no decimals. */
export function payable(dividend: bigint, divisor: bigint, currency: Currency): Money {
  const unit = whole.has(currency.code) ? powerOfTen(currency.decimals) : 1n;
  return money(divide(dividend, divisor * unit, "halfUp") * unit, currency);
}
