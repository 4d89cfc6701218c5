import type { LedgerReport } from "../ledger/report";
import type { Tell } from "../output";
import type { StoredLedger } from "./count";
import type { Night } from "./night";

export interface Summary {
  readonly asOf: string;
  /** What was read in this start; null when the store's own ledger was kept. */
  readonly ledger: LedgerReport | null;
  readonly stored: StoredLedger;
  readonly nights: readonly Night[];
  readonly outbox: number;
  readonly unsupported: number;
}

const seconds = (value: number): number => Math.round(value * 1000) / 1000;

/** The summary as `--json` promises it. Without a ledger in this start its lines are 0; what the store holds is counted all the same. */
export function summaryJson({ asOf, ledger, stored, nights, outbox, unsupported }: Summary): unknown {
  const { lines, imported, unchanged, rejected } = ledger ?? { lines: 0, imported: 0, unchanged: 0, rejected: 0 };
  return {
    asOf,
    ledger: { lines, imported, unchanged, rejected, ...stored },
    nights: nights.map((night) => ({
      day: night.day, debtors: night.debtors, items: night.items, communications: night.communications,
      rowsWritten: night.rowsWritten, errors: night.errors, excluded: night.excluded, failures: night.failures, seconds: seconds(night.seconds),
    })),
    outbox, unsupported,
  };
}

/** "notOverdue" -> "not overdue" */
const words = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** 1, "debtor" -> "1 debtor"; 2, "debtor" -> "2 debtors" */
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts).sort((a, b) => b[1] - a[1]).map(([key, count]) => `${count} ${words(key)}`).join(", ") || "none";

export function tellLedger(ledger: LedgerReport, tell: Tell): void {
  tell(`Ledger: ${counted(ledger.lines, "line")}: ${ledger.imported} imported, ${ledger.unchanged} unchanged, ${ledger.rejected} rejected.`);
  for (const reject of ledger.rejects.slice(0, 5)) tell(`  line ${reject.line}: ${reject.code} ${reject.reason}`);
  if (ledger.rejects.length > 5) tell(`  … and ${counted(ledger.rejects.length - 5, "more rejected line")}.`);
  if (ledger.rejectFile !== null) tell(`  Rejected lines with their reasons: ${ledger.rejectFile}`);
  const [first] = ledger.warnings;
  if (first !== undefined) tell(`  ${counted(ledger.warnings.length, "warning")}, the first: line ${first.line}: ${first.code} ${first.text}`);
}

/** Items of debtors that were decided, which were left out for something that is missing. Where a debtor was not decided, its items are "error" too. */
function leftOut({ excluded, undecided }: Night): Readonly<Record<string, number>> {
  const reasons = ["noDueDate", "noTemplate", ...(undecided === 0 ? ["error"] : [])];
  return Object.fromEntries(Object.entries(excluded).filter(([reason]) => reasons.includes(reason)));
}

function tellTrouble(night: Night, tell: Tell): void {
  const missing = Object.entries(leftOut(night));
  const items = missing.reduce((sum, [, count]) => sum + count, 0);
  const reasons = missing.length === 1 ? missing.map(([key]) => words(key)).join() : listed(Object.fromEntries(missing));
  if (items > 0) tell(`  Warnings: ${counted(items, "item")} left out (${reasons}).`);
  if (night.undecided > 0) tell(`  Errors: ${counted(night.undecided, "debtor")} could not be decided; the run's error log says why.`);
}

export function tellNight(night: Night, tell: Tell): void {
  const head = `Night of ${night.day}${night.shown ? " (played before)" : ` in ${night.seconds.toFixed(1)} s`}`;
  tell(`${head}: ${counted(night.debtors, "debtor")} looked at, ${counted(night.items, "item")} reminded in ${counted(night.communications, "communication")}.`);
  tell(`  Communications: ${listed(night.outcomes)}.`);
  tell(`  Not reminded:   ${listed(night.excluded)}.`);
  tellTrouble(night, tell);
  for (const failure of night.failures.slice(0, 5)) tell(`  Failed flow run: ${failure}`);
  if (night.failures.length > 5) tell(`  … and ${counted(night.failures.length - 5, "more failed flow run")}.`);
}

/** What the store and the outbox hold at the end. */
export function tellStore({ stored, outbox, unsupported }: Summary, outboxDir: string, tell: Tell): void {
  tell(`In the store: ${counted(stored.invoices, "invoice")}, ${counted(stored.items, "open item")}, ${counted(stored.payments, "payment")}.`);
  tell(`Outbox: ${counted(outbox, "message")} in ${outboxDir}.`);
  if (unsupported > 0) tell(`Asked of the local host but not supported: ${unsupported} (GET /__local/unsupported lists them).`);
}
