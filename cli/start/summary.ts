import type { LedgerReport } from "../ledger/report";
import { say } from "../output";
import type { Night } from "./night";

export interface Summary {
  readonly asOf: string;
  readonly ledger: LedgerReport | null;
  readonly nights: readonly Night[];
  readonly outbox: number;
  readonly unsupported: number;
}

const seconds = (value: number): number => Math.round(value * 1000) / 1000;

/** The summary as `--json` promises it. Without a ledger (the store's own was kept) `ledger` is null. */
export function summaryJson({ asOf, ledger, nights, outbox, unsupported }: Summary): unknown {
  return {
    asOf,
    ledger: ledger === null ? null : {
      lines: ledger.lines, imported: ledger.imported, unchanged: ledger.unchanged, rejected: ledger.rejected,
      invoices: ledger.invoices, items: ledger.items, payments: ledger.payments,
    },
    nights: nights.map((night) => ({
      day: night.day, debtors: night.debtors, items: night.items, communications: night.communications,
      rowsWritten: night.rowsWritten, errors: night.errors, excluded: night.excluded, seconds: seconds(night.seconds),
    })),
    outbox, unsupported,
  };
}

/** "notOverdue" -> "not overdue" */
const words = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts).sort((a, b) => b[1] - a[1]).map(([key, count]) => `${count} ${words(key)}`).join(", ") || "none";

export function sayLedger(ledger: LedgerReport): void {
  say(`Ledger: ${ledger.lines} lines: ${ledger.imported} imported, ${ledger.unchanged} unchanged, ${ledger.rejected} rejected; in the store ${ledger.invoices} invoices, ${ledger.items} open items, ${ledger.payments} payments.`);
  for (const reject of ledger.rejects.slice(0, 5)) say(`  line ${reject.line}: ${reject.code} ${reject.reason}`);
  if (ledger.rejectFile !== null) say(`  Rejected lines with their reasons: ${ledger.rejectFile}`);
  if (ledger.warnings.length > 0) say(`  ${ledger.warnings.length} warnings, the first: line ${ledger.warnings[0]?.line}: ${ledger.warnings[0]?.code} ${ledger.warnings[0]?.text}`);
}

export function sayNight(night: Night): void {
  say(`Night of ${night.day}${night.shown ? " (played before)" : ` in ${night.seconds.toFixed(1)} s`}: ${night.debtors} debtors looked at, ${night.items} items reminded in ${night.communications} communications.`);
  say(`  Communications: ${listed(night.outcomes)}.`);
  say(`  Not reminded:   ${listed(night.excluded)}.`);
  if (night.errors > 0) say(`  Errors: ${night.errors} debtors could not be decided; the run's error log says why.`);
  for (const failure of night.failures.slice(0, 5)) say(`  Failed flow run: ${failure}`);
  if (night.failures.length > 5) say(`  … and ${night.failures.length - 5} more failed flow runs.`);
}
