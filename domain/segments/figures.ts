import type { Day } from "../calendar/day";
import { exchange, type Quoted } from "../money/exchange";
import { add, isPositive, zero, type Money } from "../money/money";
import { divide } from "../money/round";
import type { OpenItem } from "../receivables/item";
import { daysPastDue, openOn } from "../receivables/open";
import { inBase, severityOf, type Severity } from "./severity";

/** What a debtor owes as of a day, in the company's currency. */
export interface Figures {
  /** null = the company has no currency, or one of the items' has no rate. */
  readonly open: Money | null;
  readonly overdue: Money | null;
  /** Due date of the open item that is late longest, or comes first. */
  readonly oldestDueOn: Day | null;
  readonly openItems: number;
  /** Open amount as hundredths of a percent of the open items' amounts; null = nothing is open. */
  readonly unpaid: number | null;
  /** Open amount and open orders as hundredths of a percent of the limit; null = no limit. */
  readonly exposure: number | null;
  /** null = not delinquent. */
  readonly severity: Severity | null;
}

/** What exposure is measured by. */
export interface Credit { readonly limit: Money | null; readonly openOrders: Money | null }

/** An item that counts, with what is open on it. */
interface Counted { readonly item: OpenItem; readonly open: Money }

const counts = ({ document, status, issuedOn }: OpenItem, asOf: Day): boolean =>
  document.kind !== "creditNote" && document.status === "posted" && status !== "cancelled" && status !== "writtenOff" && status !== "paid"
  && (issuedOn === null || issuedOn <= asOf);

/** Items that are open at the end of a day: issued, not cancelled, no credit notes. */
export const openItemsOn = (items: readonly OpenItem[], asOf: Day): readonly Counted[] =>
  items.filter((item) => counts(item, asOf)).map((item) => ({ item, open: openOn(item, asOf) })).filter(({ open }) => isPositive(open));

const isOverdue = ({ item }: Counted, asOf: Day): boolean => item.dueOn !== null && item.dueOn < asOf;

export interface Measure {
  readonly asOf: Day;
  /** The company's currency. */
  readonly currency: Quoted | null;
  readonly currencies: ReadonlyMap<string, Quoted>;
}

function total(amounts: readonly Money[], { currency, currencies }: Measure): Money | null {
  if (currency === null) return null;
  let whole = zero(currency.currency);
  for (const amount of amounts) {
    if (amount.currency.code === currency.currency.code) whole = add(whole, amount);
    else {
      const from = currencies.get(amount.currency.code);
      if (from === undefined || from.rate === null || currency.rate === null) return null;
      whole = add(whole, exchange(amount, { from, to: currency }, "halfUp"));
    }
  }
  return whole;
}

/** Hundredths of a percent; a whole of nothing counts as one minor unit, so that every part of it is beyond. */
const shareOf = (part: Money, whole: Money): number => Number(divide(part.minor * 10_000n, whole.minor > 0n ? whole.minor : 1n, "halfUp"));

function exposureOf(open: Money | null, { limit, openOrders }: Credit, measure: Measure): number | null {
  const used = open === null ? null : total([open, ...(openOrders === null ? [] : [openOrders])], measure);
  const bound = limit === null ? null : total([limit], measure);
  return used === null || bound === null ? null : shareOf(used, bound);
}

function severityOn(overdue: readonly Counted[], amount: Money | null, oldest: Day | null, { asOf, currency }: Measure): Severity | null {
  if (overdue.length === 0 || oldest === null) return null;
  const worth = amount === null || currency === null || currency.rate === null ? zero({ code: "(base)", decimals: 2 }) : inBase(amount, currency);
  return severityOf({ overdue: worth, daysPastDue: daysPastDue(oldest, asOf), items: overdue.length });
}

/** Reckons the figures of a debtor from its items as of a day. */
export function figuresOf(items: readonly OpenItem[], credit: Credit, measure: Measure): Figures {
  const counted = openItemsOn(items, measure.asOf);
  const late = counted.filter((one) => isOverdue(one, measure.asOf));
  const open = total(counted.map((one) => one.open), measure);
  const amounts = total(counted.map(({ item }) => item.amount), measure);
  const overdue = total(late.map((one) => one.open), measure);
  const oldestDueOn = counted.reduce<Day | null>((first, { item: { dueOn } }) => (dueOn !== null && (first === null || dueOn < first) ? dueOn : first), null);
  return {
    open, overdue, oldestDueOn, openItems: counted.length,
    unpaid: open === null || amounts === null || counted.length === 0 ? null : shareOf(open, amounts),
    exposure: exposureOf(open, credit, measure), severity: severityOn(late, overdue, oldestDueOn, measure),
  };
}

const sameMoney = (left: Money | null, right: Money | null): boolean =>
  left === right || (left !== null && right !== null && left.minor === right.minor && left.currency.code === right.currency.code);

export const sameFigures = (left: Figures, right: Figures): boolean =>
  sameMoney(left.open, right.open) && sameMoney(left.overdue, right.overdue) && left.oldestDueOn === right.oldestDueOn && left.openItems === right.openItems
  && left.unpaid === right.unpaid && left.exposure === right.exposure && left.severity === right.severity;
