import { addDays } from "#domain/calendar/arithmetic";
import type { Day } from "#domain/calendar/day";
import { stop } from "#domain/messages/fault";
import { isPositive } from "#domain/money/money";
import type { Receipt } from "#domain/receivables/receipt";
import { paymentStatus } from "#solution/generated/names";
import { from } from "../sdk/query";
import { remittanceOf, type CaseItems } from "./case";
import { toMoney, type Currencies } from "./currencies";
import { toDay } from "./debtor";

/** Days back that a recent payment is looked for. */
const paymentDays = 366;

/** Payments of debtors: the recent ones, and those with money that no item took. */
export const receiptQuery = (debtorIds: readonly string[], asOf: Day) => from("duly_payment")
  .select("duly_paymentid", "duly_debtor", "duly_name", "duly_openitem", "duly_collectioncase", "duly_amount", "duly_unapplied", "duly_valuedate", "duly_bookedon", "statuscode", "transactioncurrencyid")
  .where(["duly_debtor", "in", debtorIds], ["statuscode", "in", [paymentStatus.posted, paymentStatus.announced]],
    { any: [["duly_valuedate", "ge", addDays(asOf, -paymentDays)], ["duly_unapplied", "gt", 0]] });
export type ReceiptColumns = ReturnType<typeof receiptQuery>["row"];

/** Day of the newest payment that counts as of a day. */
export function lastPaymentOn(rows: readonly ReceiptColumns[], asOf: Day): Day | null {
  const days = rows.filter((row) => row.statuscode === paymentStatus.posted && (row.duly_valuedate ?? "9999-12-31") <= asOf).map((row) => row.duly_valuedate ?? "");
  return toDay(days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null));
}

/** What of a payment no item took; null when all of it was applied. */
export function toReceipt(row: ReceiptColumns, currencies: Currencies, cases: CaseItems): Receipt | null {
  const announced = row.statuscode === paymentStatus.announced;
  const name = row.duly_name ?? row.duly_paymentid;
  const amount = toMoney(announced ? row.duly_amount : row.duly_unapplied ?? "0", row.transactioncurrencyid, { currencies, row: `duly_payment ${name}`, column: announced ? "duly_amount" : "duly_unapplied" });
  const valueOn = toDay((announced ? null : row.duly_bookedon) ?? row.duly_valuedate) ?? stop("DULY-DAY-002", { table: "duly_payment", row: name, column: "duly_valuedate" });
  return isPositive(amount) ? { id: row.duly_paymentid, name, state: announced ? "announced" : "booked", amount, valueOn, remittance: remittanceOf(row, cases) } : null;
}
