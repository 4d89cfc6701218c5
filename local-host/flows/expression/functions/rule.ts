import type { Compiled, Context } from "../context";
import type { FlowValue } from "../value";

/** A function of the language: how many arguments it takes and what it gives. Lazy ones decide which arguments are evaluated. */
export type FunctionRule = {
  readonly min: number;
  readonly max: number;
} & ({ readonly apply: (given: readonly FlowValue[], context: Context) => FlowValue } | { readonly lazy: (given: readonly Compiled[], context: Context) => FlowValue });

/** Lower-case name -> function. */
export type FunctionTable = Readonly<Record<string, FunctionRule>>;

/** A function of `min` to `max` arguments. */
export function fixed(min: number, max: number, apply: (given: readonly FlowValue[], context: Context) => FlowValue): FunctionRule {
  return { min, max, apply };
}

/** A function of `min` or more arguments. */
export function open(min: number, apply: (given: readonly FlowValue[], context: Context) => FlowValue): FunctionRule {
  return { min, max: Infinity, apply };
}
