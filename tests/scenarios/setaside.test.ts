import { communicationStatus, decisionreason, openitemStatus } from "#solution/generated/names";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addDebtor, addInvoice, openStore, outbox, smallLedger, temporaryFolder } from "../builders/store";

/** One night over a debtor who is flagged for manual review, one with an item in litigation, and one with nothing of both. */
const folder = temporaryFolder();
let session: Session;
beforeAll(async () => {
  session = openStore(folder.path, "2026-03-05");
  const ledger = smallLedger(session);
  const { service } = session.host;
  const [flagged, litigant] = ["C-2", "C-3"].map((number) => addDebtor(session, ledger.company, { number, name: `Buyer ${number}`, email: `pay@${number.toLowerCase()}.example` }));
  for (const [index, debtor] of [ledger.debtor, flagged, litigant].entries()) {
    if (debtor === undefined) continue;
    const item = addInvoice(session, { ...ledger, debtor }, { number: `INV-${index + 1}`, issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
    if (debtor === litigant) service.update("duly_openitem", { id: item.id }, { statuscode: openitemStatus.inLitigation });
  }
  service.update("duly_debtor", { id: flagged?.id ?? "" }, { duly_manualreview: true });
  await playNight(session.host, session.flows, "2026-03-05");
});
afterAll(() => { session.close(); folder.remove(); });

/** The rows that a view of the package lists, by the name of the debtor. */
function listed(view: string) {
  const fetchXml = String(session.host.sql.get("SELECT fetchxml FROM savedquery WHERE name = ?", [view])?.fetchxml);
  return session.host.service.fetch(fetchXml).rows.map((row) => [(row.duly_debtor as { name?: string } | undefined)?.name, row.duly_name]);
}

test("E-17: the message of the flagged debtor stands in the review queue instead of being sent", () => {
  expect(listed("Communications awaiting approval")).toEqual([["Buyer C-2", "Reminder for Buyer C-2"]]);
  expect(session.host.sql.all("SELECT statuscode AS status, COUNT(*) AS n FROM duly_communication GROUP BY statuscode ORDER BY n, status").map(({ status }) => status).sort())
    .toEqual([communicationStatus.sent, communicationStatus.awaitingApproval].sort());
  expect(outbox(session).map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual([expect.stringContaining("pay@buyer.example")]);
});

test("T-31: the run skips the item in litigation and says so; the legal list shows it", () => {
  expect(session.host.sql.all("SELECT duly_reason AS reason, duly_level AS level FROM duly_openitem WHERE duly_name = 'INV-3/1'")).toEqual([{ reason: decisionreason.inLitigation, level: 0 }]);
  expect(listed("Open items in litigation")).toEqual([["Buyer C-3", "INV-3/1"]]);
});
