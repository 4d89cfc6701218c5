import type { Day } from "../calendar/day";
import { isPositive, smaller, subtract, type Money } from "../money/money";

/** An item that a payment may be applied to. */
export interface Payable {
  readonly id: string;
  readonly issuedOn: Day | null;
  readonly dueOn: Day | null;
  readonly open: Money;
}

export interface Part { readonly itemId: string; readonly amount: Money }

/** How a payment is applied; the parts and the remainder add up to the payment. */
export interface Settlement { readonly parts: readonly Part[]; readonly unapplied: Money }

const noDay = "9999-12-31";
const order = (item: Payable): string => `${item.dueOn ?? noDay} ${item.issuedOn ?? noDay} ${item.id}`;

const byAge = (left: Payable, right: Payable): number => (order(left) < order(right) ? -1 : 1);

/** Items in the order in which they are served: the one that the remittance names, then the oldest due; items of another currency are left out. */
function served(payment: Money, items: readonly Payable[], named: string | null): readonly Payable[] {
  const own = items.filter((item) => item.open.currency.code === payment.currency.code);
  return [...own.filter((item) => item.id === named), ...own.filter((item) => item.id !== named).sort(byAge)];
}

/** Applies a payment: the named item first, the rest to the oldest due; what no item can take stays unapplied. */
export function settle(payment: Money, items: readonly Payable[], named: string | null = null): Settlement {
  const parts: Part[] = [];
  let left = payment;
  for (const item of served(payment, items, named)) {
    if (!isPositive(left)) break;
    if (!isPositive(item.open)) continue;
    const amount = smaller(left, item.open);
    parts.push({ itemId: item.id, amount });
    left = subtract(left, amount);
  }
  return { parts, unapplied: left };
}
