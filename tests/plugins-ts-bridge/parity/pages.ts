import { openitemStatus } from "#solution/generated/names";
import { Ledger } from "../../builders/rules/ledger";
import { recordingEngine, type RecordedCase } from "../../builders/rules/recorder";
import type { ParityCase } from "./cases";
import { names } from "./chance";

const reference = (logicalName: string, id: string) => ({ logicalName, id });

/** Rows as a ledger import leaves them: debtors that are due, ten items each. */
function fill({ store, companyId, currencies }: Ledger, debtors: number): void {
  const company = reference("duly_company", companyId);
  for (let count = 0; count < debtors; count += 1) {
    const number = `C-${String(count).padStart(4, "0")}`;
    const debtor = reference("duly_debtor", store.put("duly_debtor", { duly_name: `${names[count % names.length] ?? ""}${number}`, duly_number: number, duly_company: company, duly_nextactionon: "2026-03-01" }));
    store.put("duly_contactpoint", { duly_name: `ä${count}@x.example`, duly_debtor: debtor, duly_channel: 591850000 });
    for (let line = 0; line < 10; line += 1) {
      const shared = { duly_company: company, duly_debtor: debtor, duly_issuedon: "2026-01-02", transactioncurrencyid: reference("transactioncurrency", currencies[line % 3 === 0 ? "HUF" : "EUR"] ?? "") };
      const invoice = store.put("duly_invoice", { duly_name: `${number}/${line}`, ...shared });
      store.put("duly_openitem", {
        duly_name: `${number}/${line}`, duly_invoice: reference("duly_invoice", invoice), duly_instalment: 1, duly_duedate: `2026-02-${String(1 + line * 2).padStart(2, "0")}`,
        duly_amount: `${100 + line}`, duly_openamount: `${100 + line}`, duly_level: 0, duly_cycle: 0, statuscode: openitemStatus.open, ...shared,
      });
    }
  }
}

/** Pages of 500 debtors with 5,000 items, on a first and on two later nights. */
export function bigPages(text: string): readonly ParityCase[] {
  const recorded: RecordedCase[] = [];
  const ledger = new Ledger(text, "2026-03-02", { makeEngine: (bundle) => recordingEngine(bundle, recorded) });
  fill(ledger, 500);
  for (const day of ["2026-03-05", "2026-03-19", "2026-03-26"]) bigNight(ledger, day);
  return recorded.filter(({ rule }) => rule.startsWith("duly_")).map((given) => ({ ...given, seed: 0, odd: false }));
}

/** A night whose run begins with a page of 500. */
function bigNight({ store, companyId }: Ledger, day: string): void {
  store.nowUtc = `${day}T02:00:00Z`;
  const started = store.execute("duly_StartRun", { CompanyId: companyId });
  let { Cursor: cursor = "", Done: done = false } = started;
  while (done !== true) ({ Cursor: cursor = "", Done: done = false } = store.execute("duly_ProcessRunPage", { RunId: started.RunId ?? "", Cursor: cursor }));
  store.execute("duly_FinishRun", { RunId: started.RunId ?? "" });
}
