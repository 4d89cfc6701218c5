import { areEqual, compare } from "../equality";
import { boolean } from "./arguments";
import { fixed, type FunctionTable } from "./rule";

/** Functions of logic. `if`, `and`, `or` and `coalesce` evaluate only what they need. */
export const LOGIC: FunctionTable = {
  if: {
    min: 3, max: 3,
    lazy: ([condition, whenTrue, whenFalse], context) => {
      const holds = boolean(condition?.(context) ?? null, "the condition of 'if'");
      return (holds ? whenTrue : whenFalse)?.(context) ?? null;
    },
  },
  and: { min: 1, max: Infinity, lazy: (given, context) => given.every((part) => boolean(part(context), "every argument of 'and'")) },
  or: { min: 1, max: Infinity, lazy: (given, context) => given.some((part) => boolean(part(context), "every argument of 'or'")) },
  coalesce: {
    min: 1, max: Infinity,
    lazy: (given, context) => {
      for (const part of given) {
        const value = part(context);
        if (value !== null) return value;
      }
      return null;
    },
  },
  not: fixed(1, 1, ([value = null]) => !boolean(value, "the argument of 'not'")),
  equals: fixed(2, 2, ([a = null, b = null]) => areEqual(a, b)),
  greater: fixed(2, 2, ([a = null, b = null]) => compare(a, b) > 0),
  greaterorequals: fixed(2, 2, ([a = null, b = null]) => compare(a, b) >= 0),
  less: fixed(2, 2, ([a = null, b = null]) => compare(a, b) < 0),
  lessorequals: fixed(2, 2, ([a = null, b = null]) => compare(a, b) <= 0),
};
