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

/** What the payer says that the money is for: an item, the items of a case, or nothing. */
export interface Remittance { readonly itemId: string | null; readonly caseItemIds: ReadonlySet<string> }

export const unnamed: Remittance = { itemId: null, caseItemIds: new Set() };

/** How a payment is applied; the parts and the remainder add up to the payment. */
export interface Settlement { readonly parts: readonly Part[]; readonly unapplied: Money }

const noDay = "9999-12-31";
const order = (item: Payable): string => `${item.dueOn ?? noDay} ${item.issuedOn ?? noDay} ${item.id}`;

/** Items in the order in which they are served: the one that the remittance names, those of its case, then all others, of each kind the oldest due first; items of another currency are left out. */
function served(payment: Money, items: readonly Payable[], { itemId, caseItemIds }: Remittance): readonly Payable[] {
  const rank = ({ id }: Payable): string => (id === itemId ? "0" : caseItemIds.has(id) ? "1" : "2");
  const place = (item: Payable): string => `${rank(item)} ${order(item)}`;
  return items.filter((item) => item.open.currency.code === payment.currency.code).sort((left, right) => (place(left) < place(right) ? -1 : 1));
}

/** Applies a payment: first to what the remittance names, the rest to the oldest due; what no item can take stays unapplied. */
export function settle(payment: Money, items: readonly Payable[], remittance: Remittance = unnamed): Settlement {
  const parts: Part[] = [];
  let left = payment;
  for (const item of served(payment, items, remittance)) {
    if (!isPositive(left)) break;
    if (!isPositive(item.open)) continue;
    const amount = smaller(left, item.open);
    parts.push({ itemId: item.id, amount });
    left = subtract(left, amount);
  }
  return { parts, unapplied: left };
}
