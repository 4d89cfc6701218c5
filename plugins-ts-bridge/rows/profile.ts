import type { Figures } from "#domain/segments/figures";
import type { Profile } from "#domain/segments/profile";
import type { DebtorRow } from "#solution/generated/names";
import { severityOf } from "./codes";
import { toMoney } from "./currencies";
import { hundredths, type Reckoning } from "./segment";
import { toDay } from "./debtor";

/** Columns of a debtor that segments are told by, and the figures that the last decision left. */
export const profileColumns = [
  "duly_customersince", "duly_creditlimit", "duly_openorders", "duly_behaviourscore", "duly_openamount", "duly_overdueamount", "duly_oldestduedate", "duly_openitemcount",
  "duly_unpaidpercent", "duly_exposurepercent", "duly_severity", "duly_collector", "transactioncurrencyid",
] as const;
type Columns = Pick<DebtorRow, (typeof profileColumns)[number] | "duly_number">;

type AmountColumn = "duly_openamount" | "duly_overdueamount" | "duly_creditlimit" | "duly_openorders";

/** Reads the profile of a debtor's row; stops with a fault when an amount of it is broken. */
export function toProfile(row: Columns, foundBy: ReadonlySet<string>, { currency, currencies }: Reckoning): Profile {
  const own = row.transactioncurrencyid ?? { logicalName: "transactioncurrency", id: currencies.idOf.get(currency?.currency.code ?? "") ?? "" };
  const amount = (column: AmountColumn) => (row[column] === null ? null : toMoney(row[column], own, { currencies, row: `duly_debtor ${row.duly_number ?? ""}`, column }));
  const stored: Figures | null = row.duly_openitemcount === null ? null : {
    open: amount("duly_openamount"), overdue: amount("duly_overdueamount"), oldestDueOn: toDay(row.duly_oldestduedate), openItems: row.duly_openitemcount,
    unpaid: hundredths(row.duly_unpaidpercent), exposure: hundredths(row.duly_exposurepercent), severity: severityOf(row.duly_severity),
  };
  return {
    limit: amount("duly_creditlimit"), openOrders: amount("duly_openorders"), score: hundredths(row.duly_behaviourscore), customerSince: toDay(row.duly_customersince),
    foundBy, stored, collectorId: row.duly_collector?.id ?? null,
  };
}
