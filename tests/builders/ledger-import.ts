import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importLedger } from "../../cli/ledger/import";
import { readMap, type LedgerMap } from "../../cli/ledger/map";
import type { LedgerReport } from "../../cli/ledger/report";
import { decimalOf, unitsOf } from "../../cli/ledger/amounts";
import { openitemStatus } from "#solution/generated/names";
import type { Row } from "../../local-host/service/contract";
import { memoryOrganization, type MemoryOrganization } from "./memory-organization";

/** A store with EUR, HUF and KWD, two credit classes, and the effect of the rule payment.allocate. */
export function ledgerStore(): MemoryOrganization {
  const memory = memoryOrganization();
  for (const [isocurrencycode, currencyprecision] of [["EUR", 2], ["HUF", 0], ["KWD", 3]] as const) {
    memory.service.create("transactioncurrency", { isocurrencycode, currencyprecision });
  }
  for (const duly_code of ["KEY", "MGMT"]) memory.service.create("duly_creditclass", { duly_code });
  memory.afterCreate = (table, id, row) => {
    if (table === "duly_payment") allocate(memory, id, row);
  };
  return memory;
}

function allocate({ service }: MemoryOrganization, paymentId: string, payment: Row): void {
  service.update("duly_payment", { id: paymentId }, { duly_unapplied: "0.00" });
  const id = (payment.duly_openitem as { id: string }).id;
  const item = service.retrieve("duly_openitem", { id });
  const open = unitsOf(String(item.duly_openamount)) - unitsOf(String(payment.duly_amount));
  const status = open === 0 ? { statecode: 1, statuscode: openitemStatus.paid } : { statuscode: openitemStatus.partlyPaid };
  service.update("duly_openitem", { id }, { duly_openamount: decimalOf(open), ...status });
}

/** A map for `customer,invoice,issued,due,amount` plus what `columns` adds; amounts in euro. */
export function mapOf(columns: Readonly<Record<string, unknown>> = {}, settings: Readonly<Record<string, unknown>> = {}): LedgerMap {
  return readMap(JSON.stringify({
    company: { code: "ACME", name: "Acme Ltd", currency: "EUR" },
    dateFormat: "yyyy-MM-dd",
    ...settings,
    columns: {
      customerNumber: "customer", invoiceNumber: "invoice", issueDate: "issued", dueDate: "due", amount: "amount", currency: { fixed: "EUR" }, ...columns,
    },
  }));
}

/** Imports a text on 2026-11-02 into the store; rejects go to a new temporary folder. */
export function importText(memory: MemoryOrganization, csv: string | Uint8Array, map: LedgerMap = mapOf()): LedgerReport {
  return importLedger(memory.service, {
    bytes: typeof csv === "string" ? new TextEncoder().encode(csv) : csv,
    fileName: "ledger.csv", map, today: "2026-11-02", dataDir: mkdtempSync(join(tmpdir(), "duly-ledger-")), transaction: memory.transaction,
  });
}
