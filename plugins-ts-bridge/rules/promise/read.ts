import type { Day } from "#domain/calendar/day";
import type { Promisable } from "#domain/promises/validate";
import { invoicekind } from "#solution/generated/names";
import { toMoney, type Currencies } from "../../rows/currencies";
import { toDay } from "../../rows/debtor";
import { from } from "../../sdk/query";
import { read, type Reading } from "../../sdk/reading";

/** Open items of a debtor that it could promise; credit notes are among the rows. */
export const promisableQuery = (debtorId: string) => from("duly_openitem").select(
  "duly_openitemid", "duly_name", "duly_amount", "duly_openamount", "duly_duedate", "transactioncurrencyid",
).join({ table: "duly_invoice", from: "duly_invoiceid", to: "duly_invoice", alias: "invoice", select: ["duly_kind"], outer: true })
  .where(["duly_debtor", "eq", debtorId], ["statecode", "eq", 0]);
export type PromisableRow = ReturnType<typeof promisableQuery>["row"];

/** Items of a debtor that open promises cover, with the promised day. */
export const coveredQuery = (debtorId: string) => from("duly_promiseline").select("duly_openitem")
  .join({ table: "duly_promise", from: "duly_promiseid", to: "duly_promise", alias: "promise", select: ["duly_promisedate"], where: [["duly_debtor", "eq", debtorId], ["statecode", "eq", 0]] });

/** Ids of the items that a promise covers. */
export function* promisedItems(promiseId: string): Reading<readonly string[]> {
  const rows = yield* read(from("duly_promiseline").select("duly_openitem").where(["duly_promise", "eq", promiseId]));
  return rows.flatMap((row) => row.duly_openitem?.id ?? []);
}

/** Item id -> day by which it is promised. */
export const coveredDays = (rows: readonly ReturnType<typeof coveredQuery>["row"][]): ReadonlyMap<string, Day | null> =>
  new Map(rows.map((row) => [row.duly_openitem?.id ?? "", toDay(row["promise.duly_promisedate"])]));

export const isPromisable = (row: PromisableRow): boolean => row["invoice.duly_kind"] !== invoicekind.creditNote;

export const toPromisable = (row: PromisableRow, currencies: Currencies, promisedBy: Day | null): Promisable => {
  const name = row.duly_name ?? row.duly_openitemid;
  return { id: row.duly_openitemid, name, promisedBy, open: toMoney(row.duly_openamount ?? row.duly_amount, row.transactioncurrencyid, { currencies, row: `duly_openitem ${name}`, column: "duly_openamount" }) };
};
