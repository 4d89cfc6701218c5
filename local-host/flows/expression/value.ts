import { Decimal, Float } from "./decimal";

/**
 * A value of the workflow language. Integers are `number` (beyond 2^53 `bigint`), floats are `number` or, when their value is whole, `Float`;
 * `Decimal` is an exact decimal number. Everything else is JSON. Values are never changed in place.
 */
export type FlowValue = null | boolean | string | Numeric | readonly FlowValue[] | FlowObject;
export interface FlowObject { readonly [key: string]: FlowValue }
export type Numeric = number | bigint | Float | Decimal;

export function isNumeric(value: FlowValue): value is Numeric {
  return typeof value === "number" || typeof value === "bigint" || value instanceof Float || value instanceof Decimal;
}

export function isArray(value: FlowValue): value is readonly FlowValue[] {
  return Array.isArray(value);
}

export function isObject(value: FlowValue): value is FlowObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isNumeric(value);
}

/** Word for the type in error messages, as the engine writes it. */
export function typeName(value: FlowValue): string {
  if (value === null) return "Null";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (isNumeric(value)) return isWhole(value) ? "Integer" : "Float";
  return isArray(value) ? "Array" : "Object";
}

/** true for the engine's Integer type: a float 7.0 is not whole. */
export function isWhole(value: Numeric): value is number | bigint {
  return typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value));
}

/** Value as the nearest double. */
export function toDouble(value: Numeric): number {
  if (typeof value === "number") return value;
  return typeof value === "bigint" ? Number(value) : value.toNumber();
}

/** What JSON.parse gave, as a value of the language; the cast is sound because JSON knows no other types. */
export function fromJson(parsed: unknown): FlowValue {
  return parsed as FlowValue;
}
