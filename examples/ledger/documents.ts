import type { ExampleCustomer } from "./customers";
import type { Random } from "./random";

/** One line of the example ledger. Amounts in minor units; those of a credit note are negative. */
export interface ExampleLine {
  readonly customer: ExampleCustomer;
  readonly document: string;
  readonly kind: "invoice" | "creditNote" | "debitNote";
  readonly instalment: number;
  /** Days relative to the as-of day. */
  readonly issued: number;
  readonly due: number;
  readonly amount: number;
  readonly open: number;
  /** Day of the last payment; null = nothing was paid. */
  readonly paid: number | null;
  readonly currency: "EUR" | "HUF";
  readonly disputed: boolean;
}

/** Makes one document with at most `most` instalments. */
export function document(number: string, customer: ExampleCustomer, chance: Random, most: number): readonly ExampleLine[] {
  const kind = chance.chance(4) ? "creditNote" : chance.chance(2) ? "debitNote" : "invoice";
  const wanted = kind === "invoice" && chance.chance(14) ? chance.between(2, 4) : 1;
  const term = chance.pick([8, 15, 30, 30, 30, 45, 60]);
  const late = Math.max(daysLate(chance), -term);
  const currency = currencyOf(customer, chance);
  return Array.from({ length: Math.min(wanted, most) }, (_, index) => {
    const due = index * 30 - late;
    const amount = amountIn(currency, chance);
    const open = openOf(amount, -due, chance);
    const paid = open < amount ? Math.min(0, chance.between(-late - term + 1, due + 25)) : null;
    const sign = kind === "creditNote" ? -1 : 1;
    return {
      customer, kind, currency, due, paid, document: number, instalment: index + 1, issued: -late - term,
      amount: sign * amount, open: sign * open,
      disputed: kind === "invoice" && open > 0 && chance.chance(3),
    };
  });
}

/** An invoice of one instalment, wholly open, a week or two late: the first step of every example strategy is due. */
export function dueInvoice(number: string, customer: ExampleCustomer, chance: Random): readonly ExampleLine[] {
  const currency = currencyOf(customer, chance);
  const amount = amountIn(currency, chance);
  const due = -chance.between(10, 16);
  return [{ customer, currency, due, amount, document: number, kind: "invoice", instalment: 1, issued: due - 30, open: amount, paid: null, disputed: false }];
}

/** A quarter is not due yet, a third slightly late, few very late. */
function daysLate({ chance, between }: Random): number {
  if (chance(25)) return -between(1, 60);
  if (chance(12)) return between(0, 2);
  if (chance(52)) return between(3, 20);
  return chance(68) ? between(21, 60) : between(61, 300);
}

const currencyOf = ({ country }: ExampleCustomer, { chance }: Random) => (country === "HU" && chance(82) ? "HUF" : "EUR");

/** Many small, few large: cents of 25 to 5,500 EUR; forints in whole hundreds. */
function amountIn(currency: "EUR" | "HUF", { between, pick }: Random): number {
  const size = pick([1, 1, 1, 4, 4, 20]);
  return currency === "EUR" ? between(2500, 27500) * size : between(90, 1100) * size * 100;
}

/** The older a debt, the likelier it was paid; some are paid in part. */
function openOf(amount: number, late: number, { chance, between }: Random): number {
  if (chance(late > 20 ? 30 : late > 0 ? 12 : 3)) return 0;
  return chance(late > 0 ? 9 : 2) ? amount - Math.floor((amount * between(20, 70)) / 10000) * 100 : amount;
}
