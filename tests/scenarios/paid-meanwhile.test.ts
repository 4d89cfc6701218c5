import { communicationStatus, runmode } from "#solution/generated/names";
import type { Session } from "../../cli/start/session";
import { addDebtor, addInvoice, currency, openStore, outbox, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";

/** A run is looked at before it is committed; one of two debtors pays between that and the sending. */
const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
beforeAll(() => {
  session = openStore(folder.path, "2026-03-05");
  ledger = smallLedger(session);
  const other = addDebtor(session, ledger.company, { number: "C-2", name: "Other", email: "pay@other.example" });
  for (const [index, debtor] of [ledger.debtor, other].entries()) addInvoice(session, { ...ledger, debtor }, { number: `INV-${index}`, issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
});
afterAll(() => { session.close(); folder.remove(); });

function run(mode: number): void {
  const { service } = session.host;
  let page = service.execute("duly_StartRun", { CompanyId: ledger.company.id, AsOf: "2026-03-05", Mode: mode });
  const { RunId = "" } = page;
  while (page.Done !== true) page = service.execute("duly_ProcessRunPage", { RunId, Cursor: page.Cursor ?? "" });
  service.execute("duly_FinishRun", { RunId });
}

const messages = () => session.host.sql.all("SELECT d.duly_number AS debtor, m.statuscode AS status, m.duly_note AS note FROM duly_communication m JOIN duly_debtor d ON d.duly_debtorid = m.duly_debtor ORDER BY d.duly_number");

test("C-41: the preview lists both; who pays before the sending gets nothing: its message is suppressed, with the reason on its row", async () => {
  run(runmode.preview);
  expect(session.host.sql.get("SELECT COUNT(*) AS n FROM duly_runline WHERE duly_communications = 1")).toEqual({ n: 2 });
  run(runmode.commit);
  expect(messages().map(({ status }) => status)).toEqual([communicationStatus.ready, communicationStatus.ready]);
  session.host.service.create("duly_payment", {
    duly_name: "BANK-1", duly_company: ledger.company, duly_debtor: ledger.debtor, duly_amount: "100.00", duly_valuedate: "2026-03-05", transactioncurrencyid: currency(session, "EUR"),
  });
  await session.flows.drain();
  expect(messages()).toEqual([
    { debtor: "C-1", status: communicationStatus.suppressed, note: expect.stringMatching(/^INV-0\/1: Nothing is open on 2026-03-05 of 100\.00 EUR\./) as string }, { debtor: "C-2", status: communicationStatus.sent, note: null },
  ]);
  expect(outbox(session).map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual([expect.stringContaining("pay@other.example")]);
});
