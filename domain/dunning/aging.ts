import { isPositive, subtract, sum, zero, type Currency, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { daysPastDue, openOn } from "../receivables/open";
import { settle } from "../receivables/settle";
import { creditsOf, totalOf } from "./credits";
import { isOpen } from "./exclusions";
import type { World } from "./world";

/** What is open of the items that are late so many days. */
export interface Bucket {
  /** Days past due, both included; null = no bound. Up to 0 nothing is late. */
  readonly from: number | null;
  readonly to: number | null;
  readonly open: Money;
  /** What of it promises that hold cover. */
  readonly promised: Money;
}

/** What a debtor owes in one currency as of a day, by how late it is. */
export interface Aging {
  readonly currency: Currency;
  readonly buckets: readonly Bucket[];
  /** All buckets together. */
  readonly open: Money;
  /** Open credit notes and booked money that no item took. */
  readonly credits: Money;
  /** Open less credits. */
  readonly net: Money;
}

/** Bounds of the buckets. Source: rules.md, aging by due date. */
const bounds: readonly Omit<Bucket, "open" | "promised">[] = [{ from: null, to: 0 }, { from: 1, to: 30 }, { from: 31, to: 60 }, { from: 61, to: 90 }, { from: 91, to: null }];

/** An item that is open, with what is open and promised of it. */
interface Aged { readonly item: OpenItem; readonly days: number; readonly open: Money; readonly promised: Money }

/** Adds what a promise still owes to its items, the oldest due first, as far as no other promise covers them. */
function cover(aged: readonly Aged[], { promise, paid }: World["judged"][number]): readonly Aged[] {
  const own = aged.filter(({ item }) => promise.itemIds.includes(item.id));
  const { parts } = settle(subtract(promise.amount, paid), own.map(({ item, open, promised }) => ({ id: item.id, issuedOn: item.issuedOn, dueOn: item.dueOn, open: subtract(open, promised) })));
  const more = new Map(parts.map(({ itemId, amount }) => [itemId, amount]));
  return aged.map((one) => ({ ...one, promised: sum([one.promised, more.get(one.item.id) ?? zero(one.open.currency)], one.open.currency) }));
}

/** Items without a due date are not late. */
function agedItems(world: World): readonly Aged[] {
  const { facts, asOf, judged } = world;
  const owed = facts.items.filter((item) => isOpen(item, world)).map((item): Aged => {
    const open = openOn(item, asOf);
    return { item, open, days: item.dueOn === null ? 0 : daysPastDue(item.dueOn, asOf), promised: zero(open.currency) };
  });
  const holding = judged.filter(({ promise, state }) => state === "open" && promise.takenOn <= asOf);
  return [...holding].sort((left, right) => (left.promise.id < right.promise.id ? -1 : 1)).reduce(cover, owed);
}

function inCurrency(currency: Currency, aged: readonly Aged[], { facts, asOf }: World): Aging {
  const buckets = bounds.map(({ from, to }) => {
    const own = aged.filter(({ days }) => (from === null || days >= from) && (to === null || days <= to));
    return { from, to, open: sum(own.map(({ open }) => open), currency), promised: sum(own.map(({ promised }) => promised), currency) };
  });
  const open = sum(buckets.map((bucket) => bucket.open), currency);
  const credits = totalOf(creditsOf(facts, currency, asOf), currency);
  return { currency, buckets, open, credits, net: subtract(open, credits) };
}

/** What a debtor owes as of a day, by days past due and with what is promised of it; one for each currency in which it owes or has credit, by code. Source: cases.md A-48. */
export function agingOf(world: World): readonly Aging[] {
  const aged = agedItems(world);
  const { items, receipts } = world.facts;
  const currencies = new Map([...items.map((item) => item.openAmount.currency), ...receipts.map(({ amount }) => amount.currency)].map((one) => [one.code, one]));
  return [...currencies.values()].sort((left, right) => (left.code < right.code ? -1 : 1))
    .map((currency) => inCurrency(currency, aged.filter(({ open }) => open.currency.code === currency.code), world))
    .filter(({ open, credits }) => isPositive(open) || isPositive(credits));
}
