import { invalidTemplate } from "../error";
import { Decimal, Float } from "./decimal";
import { compareNumbers, toDecimal } from "./equality";
import { isWhole, toDouble, type Numeric } from "./value";

/** Integers stay integers (64 bit), decimals stay exact, everything else is a double. */
interface Operation {
  readonly whole: (a: bigint, b: bigint) => bigint;
  readonly decimal: (a: Decimal, b: Decimal) => Decimal;
  readonly double: (a: number, b: number) => number;
}

const LARGEST = 2n ** 63n - 1n;

const OPERATIONS = {
  add: { whole: (a, b) => a + b, decimal: (a, b) => a.plus(b), double: (a, b) => a + b },
  sub: { whole: (a, b) => a - b, decimal: (a, b) => a.plus(b.negated()), double: (a, b) => a - b },
  mul: { whole: (a, b) => a * b, decimal: (a, b) => a.times(b), double: (a, b) => a * b },
  div: { whole: (a, b) => a / b, decimal: (a, b) => a.over(b), double: (a, b) => a / b },
  mod: { whole: (a, b) => a % b, decimal: (a, b) => a.remainder(b), double: (a, b) => a % b },
} as const satisfies Record<string, Operation>;

/** `div` of integers cuts off towards zero. Throws InvalidTemplate on division by zero and 64-bit overflow. */
export function calculate(name: keyof typeof OPERATIONS, a: Numeric, b: Numeric): Numeric {
  const operation: Operation = OPERATIONS[name];
  if ((name === "div" || name === "mod") && compareNumbers(b, 0) === 0) throw invalidTemplate("the divisor must not be zero.");
  if (isWhole(a) && isWhole(b)) return integer(operation.whole(BigInt(a), BigInt(b)));
  if (a instanceof Decimal || b instanceof Decimal) return operation.decimal(toDecimal(a), toDecimal(b));
  return double(operation.double(toDouble(a), toDouble(b)));
}

/** An integer of the language; throws when it needs more than 64 bits. */
export function integer(value: bigint): number | bigint {
  if (value > LARGEST || value < -LARGEST - 1n) throw invalidTemplate(`the number ${value} is outside the range of a 64-bit integer.`);
  const short = Number(value);
  return Number.isSafeInteger(short) ? short : value;
}

/** A float of the language. */
export function double(value: number): Numeric {
  if (!Number.isFinite(value)) throw invalidTemplate("the result is outside the range of a double.");
  return Number.isInteger(value) ? new Float(value) : value;
}
