import { addDays } from "../calendar/arithmetic";
import type { Day } from "../calendar/day";
import { fault, type Fault } from "../messages/fault";
import { moneyText } from "../money/decimal";
import { compare, isPositive, sum, type Money } from "../money/money";

/** An item that a promise wants to cover. */
export interface Promisable {
  readonly id: string;
  readonly name: string;
  readonly open: Money;
  /** Day of an open promise that covers it already; null = none. */
  readonly promisedBy: Day | null;
}

/** A promise as it is taken. `items` are those open items of the debtor that it names, all in its currency. */
export interface PromiseDraft {
  /** null = everything that is open on the items. */
  readonly amount: Money | null;
  readonly takenOn: Day;
  readonly promisedOn: Day;
  readonly items: readonly Promisable[];
}

export type Verdict = { readonly ok: true; readonly amount: Money } | { readonly ok: false; readonly fault: Fault };

/** A promise binds for a time that people oversee; a later day is a slip of the pen and would keep its items out of every run. */
const mostDays = 3653;

/** What is wrong with the days of a promise; null = nothing. */
export function daysFault(takenOn: Day, promisedOn: Day): Fault | null {
  if (promisedOn < takenOn) return fault("DULY-PROMISE-005", { day: promisedOn, takenOn });
  const last = addDays(takenOn, mostDays);
  return promisedOn > last ? fault("DULY-PROMISE-013", { day: promisedOn, last }) : null;
}

const refused = (code: Fault["code"], parameters: Fault["parameters"]): Verdict => ({ ok: false, fault: fault(code, parameters) });

/** Checks a promise before it is stored; gives the amount that it is for. `currency` names it where there is no item. */
export function validatePromise(draft: PromiseDraft, currency: string): Verdict {
  const { takenOn, promisedOn, items } = draft;
  const [first] = items;
  if (first === undefined) return refused("DULY-PROMISE-001", { currency });
  const taken = items.find((item) => item.promisedBy !== null);
  if (taken !== undefined) return refused("DULY-PROMISE-006", { item: taken.name, day: String(taken.promisedBy) });
  const wrongDays = daysFault(takenOn, promisedOn);
  if (wrongDays !== null) return { ok: false, fault: wrongDays };
  const open = sum(items.map((item) => item.open), first.open.currency);
  const amount = draft.amount ?? open;
  if (!isPositive(amount)) return refused("DULY-PROMISE-003", { amount: moneyText(amount) });
  if (compare(amount, open) > 0) return refused("DULY-PROMISE-004", { amount: moneyText(amount), open: moneyText(open) });
  return { ok: true, amount };
}
