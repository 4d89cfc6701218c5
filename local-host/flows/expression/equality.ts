import { invalidTemplate } from "../error";
import { Decimal } from "./decimal";
import { isArray, isNumeric, isObject, isWhole, toDouble, typeName, type FlowValue, type Numeric } from "./value";

/** Deep equality: numbers by value, texts exactly, unlike types unequal. */
export function areEqual(a: FlowValue, b: FlowValue): boolean {
  if (a === b) return true;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b) === 0;
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((part, at) => areEqual(part, b[at] ?? null));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && areEqual(a[key] ?? null, b[key] ?? null));
}

/** Negative, zero or positive; both must be numbers or both texts (compared by code unit). */
export function compare(a: FlowValue, b: FlowValue): number {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  throw invalidTemplate(`values of type '${typeName(a)}' and '${typeName(b)}' cannot be compared; both must be numbers or both strings.`);
}

export function compareNumbers(a: Numeric, b: Numeric): number {
  if (a instanceof Decimal || b instanceof Decimal) return toDecimal(a).compare(toDecimal(b));
  if (isWhole(a) && isWhole(b)) return a < b ? -1 : a > b ? 1 : 0;
  return toDouble(a) - toDouble(b);
}

export function toDecimal(value: Numeric): Decimal {
  if (value instanceof Decimal) return value;
  const decimal = Decimal.parse(String(value));
  if (!decimal) throw invalidTemplate(`the number ${String(value)} has no decimal form.`);
  return decimal;
}
