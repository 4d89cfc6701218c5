import { addDays } from "../calendar/arithmetic";
import { earlier, later, type Day } from "../calendar/day";
import { add, isPositive, subtract, sum, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { askedFor, comingFor } from "../receivables/open";
import type { Receipt } from "../receivables/receipt";
import { settle } from "../receivables/settle";
import type { DebtorFacts } from "./facts";
import type { Terms } from "./terms";

/** Money on its way that covers an item whole: announced, or booked for a later day. */
export interface Transit {
  readonly announced: Money;
  readonly since: Day;
  /** Last day on which it is waited for. */
  readonly until: Day;
}

const isWaitedFor = (item: OpenItem, asOf: Day): boolean =>
  item.document.kind !== "creditNote" && item.document.status === "posted" && (item.issuedOn === null || item.issuedOn <= asOf) && isPositive(askedFor(item));

const order = ({ valueOn, id }: Receipt): string => `${valueOn} ${id}`;

/** Money that is waited for: booked for a later day in any case; announced, and booked without an item, for the days that the company waits, unless it sets the latter off as a credit. */
function waitedFor({ receipts }: DebtorFacts, { transitDays, creditMode }: Terms, asOf: Day): readonly Receipt[] {
  const isUsual = ({ state, valueOn }: Receipt): boolean => transitDays !== null && addDays(valueOn, transitDays) >= asOf && (state === "announced" || creditMode !== "net");
  return receipts.filter((receipt) => (receipt.state === "booked" && receipt.valueOn > asOf) || isUsual(receipt)).sort((left, right) => (order(left) < order(right) ? -1 : 1));
}

const joined = (before: Transit | undefined, part: Transit): Transit =>
  (before === undefined ? part : { announced: add(before.announced, part.announced), since: earlier(before.since, part.since), until: earlier(before.until, part.until) });

/** Items that are paid by money that is booked for a later day, until it comes. */
const booked = (items: readonly OpenItem[], asOf: Day): readonly (readonly [string, Transit])[] => items.flatMap((item) => {
  const coming = comingFor(item, asOf);
  const [first] = coming;
  if (first === undefined) return [];
  const days = coming.map(({ bookedOn }) => bookedOn);
  return [[item.id, { announced: sum(coming.map(({ amount }) => amount), first.amount.currency), since: days.reduce(earlier), until: days.reduce(later) }] as const];
});

/** Items that money on its way covers whole: what a remittance names first, then the oldest due. An item that it covers in part is not held back. */
export function inTransit(facts: DebtorFacts, terms: Terms, asOf: Day): ReadonlyMap<string, Transit> {
  const paid = booked(facts.items, asOf);
  const found = new Map<string, Transit>();
  const receipts = waitedFor(facts, terms, asOf);
  if (receipts.length === 0) return new Map(paid);
  const left = new Map(facts.items.filter((item) => isWaitedFor(item, asOf)).map((item) => [item.id, { ...item, open: askedFor(item) }]));
  for (const { amount, remittance, valueOn } of receipts) {
    for (const part of settle(amount, [...left.values()], remittance).parts) {
      const item = left.get(part.itemId);
      if (item === undefined) continue;
      left.set(item.id, { ...item, open: subtract(item.open, part.amount) });
      found.set(item.id, joined(found.get(item.id), { announced: part.amount, since: valueOn, until: addDays(valueOn, terms.transitDays ?? 0) }));
    }
  }
  return new Map([...paid, ...[...found].filter(([id]) => left.get(id)?.open.minor === 0n)]);
}
