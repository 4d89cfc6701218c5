import type { Day } from "../calendar/day";
import { isPositive, smaller, subtract, sum, zero, type Currency, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { openOn } from "../receivables/open";
import { settle } from "../receivables/settle";
import type { DebtorFacts } from "./facts";

/** An open credit note, or money that is not applied, as a message shows it. */
export interface Credit { readonly name: string; readonly amount: Money }

const isOpenCreditNote = ({ document, issuedOn, status }: OpenItem, asOf: Day): boolean =>
  document.kind === "creditNote" && document.status === "posted" && status !== "cancelled" && status !== "writtenOff" && (issuedOn === null || issuedOn <= asOf);

/** The open credits of a debtor in a currency as of a day: credit notes, then booked money that no item took; in the order of their names. */
export function creditsOf({ items, receipts }: DebtorFacts, currency: Currency, asOf: Day): readonly Credit[] {
  const notes = items.filter((item) => isOpenCreditNote(item, asOf)).map((item) => ({ name: item.name, amount: openOn(item, asOf) }));
  const booked = receipts.filter((receipt) => receipt.state === "booked" && receipt.valueOn <= asOf).map(({ name, amount }) => ({ name, amount }));
  const place = ({ name, amount }: Credit): string => `${name} ${amount.currency.code} ${String(amount.minor).padStart(20, "0")}`;
  const byName = (left: Credit, right: Credit): number => (place(left) < place(right) ? -1 : 1);
  return [...notes.sort(byName), ...booked.sort(byName)].filter(({ amount }) => amount.currency.code === currency.code && isPositive(amount));
}

export const totalOf = (credits: readonly Credit[], currency: Currency): Money => sum(credits.map((credit) => credit.amount), currency);

/** Each credit in two, the one part taken up to an amount, from the first credit on; what is nothing is left out. */
function parted(credits: readonly Credit[], most: Money): { readonly taken: readonly Credit[]; readonly rest: readonly Credit[] } {
  let left = most;
  const parts = credits.map(({ name, amount }) => {
    const taken = smaller(amount, left);
    left = subtract(left, taken);
    return { taken: { name, amount: taken }, rest: { name, amount: subtract(amount, taken) } };
  });
  const there = ({ amount }: Credit): boolean => isPositive(amount);
  return { taken: parts.map(({ taken }) => taken).filter(there), rest: parts.map(({ rest }) => rest).filter(there) };
}

/** Credits without the part of them that is used, taken from the first on. */
export const unused = (credits: readonly Credit[], used: Money): readonly Credit[] => parted(credits, used).rest;

/** Credits up to an amount, taken from the first on. */
export const upTo = (credits: readonly Credit[], most: Money): readonly Credit[] => parted(credits, most).taken;

/** Items that the open credits of their currency cover whole, the oldest due first, with all the credit that there is. `free` = items that nothing else excludes. */
export function coveredByCredits(free: readonly OpenItem[], facts: DebtorFacts, asOf: Day): ReadonlyMap<string, Money> {
  const currencies = new Map(free.map((item) => [item.openAmount.currency.code, item.openAmount.currency]));
  const covered = new Map<string, Money>();
  for (const currency of currencies.values()) {
    const credit = totalOf(creditsOf(facts, currency, asOf), currency);
    const open = new Map(free.map((item) => [item.id, openOn(item, asOf)]));
    const payables = free.map((item) => ({ id: item.id, issuedOn: item.issuedOn, dueOn: item.dueOn, open: open.get(item.id) ?? zero(currency) }));
    for (const { itemId, amount } of settle(credit, payables).parts) if (open.get(itemId)?.minor === amount.minor) covered.set(itemId, credit);
  }
  return covered;
}
