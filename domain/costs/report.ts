import { daysBetween, addDays } from "../calendar/arithmetic";
import { earlier, later, type Day } from "../calendar/day";
import type { Channel } from "../contactpoints/contactpoint";
import { stop } from "../messages/fault";
import { decimalText, powerOfTen } from "../money/decimal";
import { exchange, type Quoted } from "../money/exchange";
import { sum, zero, type Currency, type Money } from "../money/money";
import { divide } from "../money/round";
import { costText, type Cost } from "./cost";

/** A message or call that was made. */
export interface Contact {
  readonly id: string;
  readonly channel: Channel;
  readonly stepId: string;
  readonly stepName: string;
  readonly on: Day;
  /** null = no cost rate was known. */
  readonly cost: Cost | null;
  readonly itemIds: readonly string[];
}

/** Money received on an item. */
export interface Receipt { readonly itemId: string; readonly on: Day; readonly amount: Money }

export interface Budget { readonly channel: Channel; readonly from: Day; readonly to: Day; readonly amount: Cost }

/** Contacts of a period and of the days of attribution before it, receipts of the period, budgets that touch it. */
export interface Spending {
  readonly currency: Currency;
  readonly contacts: readonly Contact[];
  readonly receipts: readonly Receipt[];
  readonly budgets: readonly Budget[];
}

/** Days after the last contact in which a receipt counts as its success. Source: rules.md §2, cost per collected unit. */
export const attributionDays = 14;

interface Figures {
  readonly count: number;
  readonly cost: string;
  /** Contacts without a cost: no rate was known. */
  readonly withoutCost: number;
  readonly collected: string;
  /** Cost for one unit collected; null when nothing was. */
  readonly costPerUnit: string | null;
}

/** A report; amounts are decimal strings in `currency`. */
export interface CostReport {
  readonly currency: string;
  readonly rows: readonly (Figures & { readonly channel: Channel; readonly step: string })[];
  readonly channels: readonly (Figures & { readonly channel: Channel; readonly budget: string | null })[];
  /** `collected` is what is attributed; `received` everything; `unprompted` the difference. */
  readonly total: Figures & { readonly received: string; readonly unprompted: string; readonly costPerUnitReceived: string | null };
}

type Period = readonly [from: Day, to: Day];
type Attributed = ReadonlyMap<string, readonly Money[]>;

/** Cost divided by an amount, to four decimals; null when the amount is zero. */
function perUnit(cost: Cost, amount: Money): string | null {
  return amount.minor <= 0n ? null : costText(divide(cost * powerOfTen(amount.currency.decimals), amount.minor, "halfUp"));
}

/** The last contact about the item on the day of a receipt or in the days before it; of one day the one with the later id. */
function lastTouch({ itemId, on }: Receipt, byItem: ReadonlyMap<string, readonly Contact[]>): Contact | null {
  const near = (byItem.get(itemId) ?? []).filter((contact) => contact.on <= on && contact.on >= addDays(on, -attributionDays));
  return near.reduce<Contact | null>((last, one) => (last === null || `${one.on} ${one.id}` > `${last.on} ${last.id}` ? one : last), null);
}

function contactsByItem(contacts: readonly Contact[]): ReadonlyMap<string, readonly Contact[]> {
  const map = new Map<string, Contact[]>();
  for (const contact of contacts) for (const itemId of contact.itemIds) map.set(itemId, [...map.get(itemId) ?? [], contact]);
  return map;
}

const keyOf = ({ channel, stepId }: Pick<Contact, "channel" | "stepId">): string => `${channel} ${stepId}`;

function attributed({ receipts, contacts }: Spending): Attributed {
  const byItem = contactsByItem(contacts);
  const map = new Map<string, Money[]>();
  for (const receipt of receipts) {
    const touch = lastTouch(receipt, byItem);
    if (touch !== null) map.set(keyOf(touch), [...map.get(keyOf(touch)) ?? [], receipt.amount]);
  }
  return map;
}

function figures(contacts: readonly Contact[], collected: Money): Figures {
  const cost = contacts.reduce((all, one) => all + (one.cost ?? 0n), 0n);
  return { count: contacts.length, cost: costText(cost), withoutCost: contacts.filter((one) => one.cost === null).length, collected: decimalText(collected), costPerUnit: perUnit(cost, collected) };
}

/** Budgets by the days of theirs that lie in the period. */
function budgetOf(channel: Channel, budgets: readonly Budget[], [from, to]: Period): string | null {
  const own = budgets.filter((one) => one.channel === channel && one.from <= to && one.to >= from);
  if (own.length === 0) return null;
  const parts = own.map((one) => divide(one.amount * BigInt(daysBetween(later(one.from, from), earlier(one.to, to)) + 1), BigInt(daysBetween(one.from, one.to) + 1), "halfUp"));
  return costText(parts.reduce((all, part) => all + part, 0n));
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Amounts in the company's currency, at the currency table's rate. */
function inCurrency({ currency, receipts }: Spending, currencies: ReadonlyMap<string, Quoted>): readonly Receipt[] {
  const quoted = (code: string): Quoted => currencies.get(code) ?? stop("DULY-MONEY-005", { row: code });
  return receipts.map((one) => ({ ...one, amount: exchange(one.amount, { from: quoted(one.amount.currency.code), to: quoted(currency.code) }, "halfUp") }));
}

/**
 * What contacts of a period cost by channel and step, against what was collected: a receipt of the period counts for the last contact about its item
 * in the 14 days before it, the rest came unprompted. Source: rules.md §2.
 */
export function costReport(spending: Spending, [from, to]: Period, currencies: ReadonlyMap<string, Quoted>): CostReport {
  const { currency, budgets } = spending;
  const receipts = inCurrency(spending, currencies);
  const found = attributed({ ...spending, receipts });
  const own = spending.contacts.filter(({ on }) => on >= from && on <= to);
  const steps = new Map(spending.contacts.map((one) => [keyOf(one), one]));
  const collectedBy = (keys: readonly string[]): Money => sum(keys.flatMap((key) => found.get(key) ?? []), currency);
  const rows = [...steps].filter(([key]) => found.has(key) || own.some((one) => keyOf(one) === key)).sort(([left], [right]) => (left < right ? -1 : 1));
  const channels = [...unique([...rows.map(([, one]) => one.channel), ...budgets.map((one) => one.channel)])].sort();
  const keysOf = (channel: Channel): readonly string[] => rows.filter(([, one]) => one.channel === channel).map(([key]) => key);
  const collected = collectedBy([...found.keys()]);
  const received = receipts.length === 0 ? zero(currency) : sum(receipts.map((one) => one.amount), currency);
  const total = figures(own, collected);
  return {
    currency: currency.code,
    rows: rows.map(([key, one]) => ({ channel: one.channel, step: one.stepName, ...figures(own.filter((contact) => keyOf(contact) === key), collectedBy([key])) })),
    channels: channels.map((channel) => ({ channel, ...figures(own.filter((one) => one.channel === channel), collectedBy(keysOf(channel))), budget: budgetOf(channel, budgets, [from, to]) })),
    total: {
      ...total, received: decimalText(received), unprompted: decimalText({ ...received, minor: received.minor - collected.minor }),
      costPerUnitReceived: perUnit(own.reduce((all, one) => all + (one.cost ?? 0n), 0n), received),
    },
  };
}
