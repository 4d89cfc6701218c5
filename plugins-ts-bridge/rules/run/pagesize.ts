/** Writes that a page aims at; each takes some 20 to 50 ms in the cloud, and a call has two minutes. */
export const writesAimed = 1000;

/** A page ends at the latest before the debtor with which it would write more; one debtor alone may be more. */
export const writesAtMost = 1500;

/** A page never takes more debtors. */
export const debtorsAtMost = 500;

/** What a debtor can cost at most: its own row, a message, two changes of its segment, one of its delinquency, and for every item its row and a line. */
export const writesExpected = (items: number): number => 5 + 2 * items;

/** A page that was done: its debtors, what they could have cost at most, and what was written. */
export interface PageDone { readonly debtors: number; readonly expected: number; readonly writes: number }

/** Debtors of the next page, by what those of this page wrote and could have written: what would not fit need not be read. It grows fourfold at most. */
export function nextPageSize(size: number, { debtors, expected, writes }: PageDone): number {
  if (debtors === 0) return size;
  const byWrites = Math.floor((writesAimed * debtors) / Math.max(1, writes));
  const byFit = Math.floor((writesAtMost * debtors) / Math.max(1, expected));
  return Math.max(1, Math.min(debtorsAtMost, size * 4, byWrites, byFit));
}

/** How many of the debtors that were read fit into one page; at least one. */
export function debtorsThatFit(itemCounts: readonly number[]): number {
  let writes = 0;
  for (const [index, items] of itemCounts.entries()) {
    writes += writesExpected(items);
    if (writes > writesAtMost) return Math.max(1, index);
  }
  return itemCounts.length;
}
