import { fault, type Fault } from "../messages/fault";
import { decimalParts, type DecimalParts } from "./digits";
import { money, type Currency, type Money } from "./money";

const powers = [1n, 10n, 100n, 1000n];

/** 10 to the power of a small whole number. */
export const powerOfTen = (exponent: number): bigint => powers[exponent] ?? BigInt(`1${"0".repeat(exponent)}`);

/** Reads a decimal string ("-12.5", "1000.0000"). Digits below the currency's smallest unit must be zero. */
export function parseMoney(text: string, currency: Currency): Money | Fault {
  const parts = decimalParts(text);
  if (parts === null) return fault("DULY-MONEY-001", { text, where: "" });
  const { sign, whole, fraction } = parts;
  const { code, decimals } = currency;
  if (Number(fraction.slice(decimals)) !== 0) return fault("DULY-MONEY-002", { text, where: "", currency: code, decimals });
  return money(BigInt(`${sign}${whole}${fraction.slice(0, decimals).padEnd(decimals, "0")}`), currency);
}

/** The digits of an amount before and after its point. */
export function partsOf({ minor, currency: { decimals } }: Money): DecimalParts {
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  return { sign: minor < 0n ? "-" : "", whole: digits.slice(0, point), fraction: digits.slice(point) };
}

/** Decimal string as rows hold it: "-12.50"; without decimals "1000". */
export function decimalText(amount: Money): string {
  const { sign, whole, fraction } = partsOf(amount);
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Hundredths of a percent as a decimal string: 6050 -> "60.50". */
export const percentText = (hundredths: number): string => decimalText(money(BigInt(hundredths), { code: "%", decimals: 2 }));

/** For messages: "12.50 EUR". */
export const moneyText = (amount: Money): string => `${decimalText(amount)} ${amount.currency.code}`;
