import type { Day } from "#domain/calendar/day";
import type { Allocation } from "#domain/receivables/item";
import { from } from "../sdk/query";
import { toMoney, type Currencies } from "./currencies";
import { dayOf } from "../sdk/input";

const columns = ["duly_allocationid", "duly_openitem", "duly_amount", "duly_bookedon", "transactioncurrencyid"] as const;

/** Allocations to items of debtors that are booked after a day. */
export const laterAllocations = (debtorIds: readonly string[], asOf: Day) => from("duly_allocation").select(...columns)
  .join({ table: "duly_openitem", from: "duly_openitemid", to: "duly_openitem", alias: "item", select: [], where: [["duly_debtor", "in", debtorIds]] })
  .where(["duly_bookedon", "gt", asOf]);

/** All allocations to some items. */
export const allocationsOf = (itemIds: readonly string[]) => from("duly_allocation").select(...columns).where(["duly_openitem", "in", itemIds]);

/** The same with the value date of their payments, by which promises are judged. */
export const valuedAllocationsOf = (itemIds: readonly string[]) => allocationsOf(itemIds)
  .join({ table: "duly_payment", from: "duly_paymentid", to: "duly_payment", alias: "payment", select: ["duly_valuedate"], outer: true });

export type AllocationColumns = ReturnType<typeof allocationsOf>["row"] & Partial<Pick<ReturnType<typeof valuedAllocationsOf>["row"], "payment.duly_valuedate">>;

export const toAllocation = (row: AllocationColumns, currencies: Currencies): Allocation => ({
  bookedOn: dayOf(row.duly_bookedon ?? ""), ...(row["payment.duly_valuedate"] == null ? {} : { valueOn: dayOf(row["payment.duly_valuedate"]) }),
  amount: toMoney(row.duly_amount, row.transactioncurrencyid, { currencies, row: `duly_allocation ${row.duly_allocationid}`, column: "duly_amount" }),
});
