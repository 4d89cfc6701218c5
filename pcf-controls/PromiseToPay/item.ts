import type { OpenitemRow } from "#solution/generated/names";
import { tables } from "#solution/generated/names";
import type { Currencies } from "../shared/currency";
import type { Day } from "../shared/day";
import { toMinor } from "../shared/amount";
import { ofDebtor, toOptions } from "../shared/query";
import type { RawRow } from "../shared/row";
import { readRow } from "../shared/row";

/** An open item that a promise can name. */
export interface OpenItem {
  readonly id: string;
  readonly name: string;
  /** "" = the item has no due date. */
  readonly due: Day;
  /** Minor units (cents) of its currency. */
  readonly open: number;
  readonly currencyId: string;
}

/** Query for the active items of a debtor, oldest due first. */
export const itemOptions = (debtorId: string): string => toOptions<OpenitemRow>({
  columns: [tables.openitem.id, "duly_name", "duly_duedate", "duly_openamount"], lookups: ["transactioncurrencyid"],
  filter: `${ofDebtor(debtorId)} and statecode eq 0 and duly_openamount gt 0`, order: ["duly_duedate asc", `${tables.openitem.id} asc`],
});

/** Reads an item out of its row; currencies give the number of decimals. */
export function toItem(raw: RawRow, currencies: Currencies): OpenItem {
  const row = readRow<OpenitemRow>(raw);
  const currencyId = row.lookup("transactioncurrencyid")?.id ?? "";
  const open = toMinor(row.number("duly_openamount") ?? 0, currencies.get(currencyId)?.precision ?? 2);
  return { id: row.text("duly_openitemid").toLowerCase(), name: row.text("duly_name"), due: row.text("duly_duedate"), open, currencyId };
}
