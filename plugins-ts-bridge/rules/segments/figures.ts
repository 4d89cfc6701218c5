import { decimalText, percentText } from "#domain/money/decimal";
import { exchange } from "#domain/money/exchange";
import type { Money } from "#domain/money/money";
import type { Figures } from "#domain/segments/figures";
import { severity } from "#solution/generated/names";
import { currencyReference } from "../../rows/currencies";
import type { Columns } from "../../sdk/effect";
import type { Sending } from "../run/communication";

type DebtorColumns = Columns<"duly_debtor">;

const text = (amount: Money | null): string | null => (amount === null ? null : decimalText(amount));
const percent = (hundredths: number | null): string | null => (hundredths === null ? null : percentText(hundredths));

const written = (figures: Figures): DebtorColumns => ({
  duly_openamount: text(figures.open), duly_overdueamount: text(figures.overdue), duly_oldestduedate: figures.oldestDueOn, duly_openitemcount: figures.openItems,
  duly_unpaidpercent: percent(figures.unpaid), duly_exposurepercent: percent(figures.exposure), duly_severity: figures.severity === null ? null : severity[figures.severity],
});

/** A debtor's amounts share one currency, the company's; those that were entered in another are taken over at the table's rate. */
function currencyColumns({ open }: Figures, { debtor: { profile }, read }: Sending): DebtorColumns {
  const before = profile.stored?.open ?? null;
  if (open === null || before?.currency.code === open.currency.code) return {};
  const to = read.policy.currencies.get(open.currency.code);
  const taken = (amount: Money | null): string | null => {
    const from = amount === null ? undefined : read.policy.currencies.get(amount.currency.code);
    return amount === null || from === undefined || to === undefined ? text(amount) : decimalText(exchange(amount, { from, to }, "halfUp"));
  };
  return {
    transactioncurrencyid: currencyReference(open, read.currencies), ...(profile.limit === null ? {} : { duly_creditlimit: taken(profile.limit) }),
    ...(profile.openOrders === null ? {} : { duly_openorders: taken(profile.openOrders) }),
  };
}

/** The columns of a debtor's figures that differ from the stored ones; all of them when it has none. */
export function figureColumns(figures: Figures, sending: Sending): DebtorColumns {
  const { stored } = sending.debtor.profile;
  const before = new Map(stored === null ? [] : Object.entries(written(stored)));
  const changed = Object.entries(written(figures)).filter(([column, value]) => before.get(column) !== value);
  return { ...Object.fromEntries(changed), ...currencyColumns(figures, sending) };
}
