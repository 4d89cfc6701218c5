import { randomInt } from "node:crypto";
import { invalidTemplate } from "../../error";
import { calculate } from "../arithmetic";
import { compareNumbers } from "../equality";
import { isArray, type FlowValue, type Numeric } from "../value";
import { numeric, whole } from "./arguments";
import { fixed, open, type FunctionRule, type FunctionTable } from "./rule";

const two = (name: Parameters<typeof calculate>[0]): FunctionRule => fixed(2, 2, (given) => calculate(name, numeric(given, 0), numeric(given, 1)));

/** Functions of numbers. */
export const NUMBERS: FunctionTable = {
  add: two("add"), sub: two("sub"), mul: two("mul"), div: two("div"), mod: two("mod"),
  min: open(1, (given) => extreme(given, -1)),
  max: open(1, (given) => extreme(given, 1)),
  rand: fixed(2, 2, (given) => {
    const [from, below] = [whole(given, 0), whole(given, 1)];
    if (below <= from) throw invalidTemplate("the second parameter must be greater than the first.");
    return randomInt(from, below);
  }),
};

function extreme(given: readonly FlowValue[], sign: 1 | -1): Numeric {
  const [first = null] = given;
  const numbers = given.length === 1 && isArray(first) ? first : given;
  if (numbers.length === 0) throw invalidTemplate("at least one number is needed.");
  return numbers.map((_, at) => numeric(numbers, at)).reduce((best, next) => (compareNumbers(next, best) * sign > 0 ? next : best));
}
