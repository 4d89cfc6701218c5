import { unitsOf, type Units } from "./amounts";
import { fold } from "./fold";
import type { Line } from "./line";
import { idIn, numberIn, textIn } from "./rows";
import type { StoredLedger } from "./store";

/** Document number (folded) -> total of its instalments: those of the file, and those that the store has beside them. */
export function documentTotals(lines: readonly Line[], ledger: StoredLedger): ReadonlyMap<string, Units> {
  const totals = new Map<string, Units>();
  const add = (document: string, amount: Units) => totals.set(document, (totals.get(document) ?? 0) + amount);
  const given = new Set<string>();
  for (const { document, instalment, amount } of lines) {
    given.add(`${fold(document.number)}/${instalment}`);
    add(fold(document.number), amount);
  }
  const numbers = new Map([...ledger.invoices.rows.values()].map(({ id, row }) => [id, fold(textIn(row, "duly_name"))]));
  for (const { row } of ledger.items.rows.values()) {
    const document = numbers.get(idIn(row, "duly_invoice")) ?? "";
    const isGiven = given.has(`${document}/${numberIn(row, "duly_instalment")}`);
    if (!isGiven && totals.has(document)) add(document, unitsOf(textIn(row, "duly_amount")));
  }
  return totals;
}
