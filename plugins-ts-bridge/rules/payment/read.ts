import type { Day } from "#domain/calendar/day";
import { later } from "#domain/calendar/day";
import type { Money } from "#domain/money/money";
import type { ItemStatus } from "#domain/receivables/item";
import type { Payable } from "#domain/receivables/settle";
import { invoicekind } from "#solution/generated/names";
import { itemStatusOf } from "../../rows/codes";
import { toMoney, type Currencies } from "../../rows/currencies";
import { toDay } from "../../rows/debtor";
import { groupBy } from "../../rows/group";
import { allocationsOf } from "../../rows/allocation";
import { dayOf } from "../../sdk/input";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** Items that payments may be applied to, with their document's kind. */
export const payableQuery = () => from("duly_openitem").select(
  "duly_openitemid", "duly_name", "duly_debtor", "duly_amount", "duly_openamount", "duly_issuedon", "duly_duedate", "statecode", "statuscode", "transactioncurrencyid",
).join({ table: "duly_invoice", from: "duly_invoiceid", to: "duly_invoice", alias: "invoice", select: ["duly_kind"], outer: true });

export type PayableRow = ReturnType<typeof payableQuery>["row"];

/** Open items of a debtor in a currency that were issued by a day. */
export const openPayables = (debtorId: string, currencyId: string, day: Day) => payableQuery().where(
  ["duly_debtor", "eq", debtorId], ["statecode", "eq", 0], ["transactioncurrencyid", "eq", currencyId],
  { any: [["duly_issuedon", "le", day], ["duly_issuedon", "null"]] },
);

export interface PayableItem extends Payable {
  readonly name: string;
  readonly amount: Money;
  readonly status: ItemStatus;
}

export const isPayable = (row: PayableRow): boolean => row.statecode === 0 && row["invoice.duly_kind"] !== invoicekind.creditNote;

export const toPayable = (row: PayableRow, currencies: Currencies): PayableItem => {
  const name = row.duly_name ?? row.duly_openitemid;
  const amountOf = (column: "duly_amount" | "duly_openamount") => toMoney(row[column], row.transactioncurrencyid, { currencies, row: `duly_openitem ${name}`, column });
  const amount = amountOf("duly_amount");
  return {
    id: row.duly_openitemid, name, issuedOn: toDay(row.duly_issuedon), dueOn: toDay(row.duly_duedate), amount, status: itemStatusOf(row.statuscode) ?? "open",
    open: row.duly_openamount === null ? amount : amountOf("duly_openamount"),
  };
};

/** Last booking day of what was applied to items before. */
export function* lastBookings(itemIds: readonly string[]): Reading<ReadonlyMap<string, Day>> {
  if (itemIds.length === 0) return new Map();
  const rows = yield* read(allocationsOf(itemIds));
  const days = [...groupBy(rows, (row) => row.duly_openitem?.id ?? "")].map(([id, own]) =>
    [id, own.map((row) => dayOf(row.duly_bookedon ?? "")).reduce(later)] as const);
  return new Map(days);
}
