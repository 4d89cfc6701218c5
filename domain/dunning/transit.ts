import { addDays } from "../calendar/arithmetic";
import { earlier, type Day } from "../calendar/day";
import { add, isPositive, subtract, type Money } from "../money/money";
import type { OpenItem } from "../receivables/item";
import { openOn } from "../receivables/open";
import type { Receipt } from "../receivables/receipt";
import { settle } from "../receivables/settle";
import type { DebtorFacts } from "./facts";
import type { Terms } from "./terms";

/** Money on its way that covers an item whole. */
export interface Transit {
  readonly announced: Money;
  readonly since: Day;
  /** Last day on which it is waited for. */
  readonly until: Day;
}

const isWaitedFor = (item: OpenItem, asOf: Day): boolean =>
  item.document.kind !== "creditNote" && item.document.status === "posted" && (item.issuedOn === null || item.issuedOn <= asOf) && isPositive(openOn(item, asOf));

/** First day on which an announced payment is on its way: one for a later day has not left yet. */
export const onItsWayFrom = ({ valueOn }: Pick<Receipt, "valueOn">, transitDays: number): Day => addDays(valueOn, -transitDays);

/** Money that is waited for: announced, through the days in transit before and after its value date; and booked without an item, unless the company sets it off as a credit. */
function waitedFor({ receipts }: DebtorFacts, { transitDays, creditMode }: Terms, asOf: Day): readonly Receipt[] {
  const order = (receipt: Receipt): string => `${receipt.valueOn} ${receipt.id}`;
  return transitDays === null ? [] : receipts.filter((receipt) => addDays(receipt.valueOn, transitDays) >= asOf && (receipt.state === "announced" ? onItsWayFrom(receipt, transitDays) <= asOf : creditMode !== "net" && receipt.valueOn <= asOf))
    .sort((left, right) => (order(left) < order(right) ? -1 : 1));
}

const joined = (before: Transit | undefined, part: Transit): Transit =>
  (before === undefined ? part : { announced: add(before.announced, part.announced), since: earlier(before.since, part.since), until: earlier(before.until, part.until) });

/** Items that money on its way covers whole: what a remittance names first, then the oldest due. An item that it covers in part is not held back. */
export function inTransit(facts: DebtorFacts, terms: Terms, asOf: Day): ReadonlyMap<string, Transit> {
  const found = new Map<string, Transit>();
  const receipts = waitedFor(facts, terms, asOf);
  if (receipts.length === 0) return found;
  const left = new Map(facts.items.filter((item) => isWaitedFor(item, asOf)).map((item) => [item.id, { ...item, open: openOn(item, asOf) }]));
  for (const { amount, remittance, valueOn } of receipts) {
    for (const part of settle(amount, [...left.values()], remittance).parts) {
      const item = left.get(part.itemId);
      if (item === undefined) continue;
      left.set(item.id, { ...item, open: subtract(item.open, part.amount) });
      found.set(item.id, joined(found.get(item.id), { announced: part.amount, since: valueOn, until: addDays(valueOn, terms.transitDays ?? 0) }));
    }
  }
  return new Map([...found].filter(([id]) => left.get(id)?.open.minor === 0n));
}
