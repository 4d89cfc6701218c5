import { communicationStatus } from "#solution/generated/names";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addDebtor, addInvoice, openStore, outbox, smallLedger, temporaryFolder, type SmallLedger } from "../builders/store";

/** A diary: two debtors are reminded, their mail server loses both messages, and a collector has them sent again by the shipped flow. */
const folder = temporaryFolder();
let session: Session;
let ledger: SmallLedger;
beforeAll(async () => {
  session = openStore(folder.path, "2026-03-02");
  ledger = smallLedger(session);
  const other = addDebtor(session, ledger.company, { number: "C-2", name: "Other Ltd", email: "pay@other.example" });
  addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
  addInvoice(session, { ...ledger, debtor: other }, { number: "INV-2", issued: "2026-02-01", due: "2026-03-02", amount: "50.00" });
  await playNight(session.host, session.flows, "2026-03-05");
  session.host.clock.set("2026-03-09T09:00:00Z");
}, 60_000);
afterAll(() => { session.close(); folder.remove(); });

const rows = (condition: string) =>
  session.host.sql.all(`SELECT duly_communicationid AS id, statuscode, duly_body AS body, duly_note AS note, duly_resendof AS original FROM duly_communication WHERE duly_resendof IS ${condition} ORDER BY duly_address`);
const resend = (Confirm: boolean) => session.host.service.execute("duly_ResendMessages", {
  RunId: String(session.host.sql.get("SELECT duly_runid AS id FROM duly_run")?.id), CommunicationIds: rows("NULL").map(({ id }) => String(id)).join(","), Confirm,
});
const mailsOf = (address: string) => outbox(session).filter((mail) => mail.includes(address)).length;

test("5 March: both are told; on the 9th the collector asks what would go again, and nothing goes", async () => {
  expect(outbox(session)).toHaveLength(2);
  expect(resend(false)).toMatchObject({ Written: false, Messages: 2, Addresses: 2 });
  await session.flows.drain();
  expect([rows("NOT NULL"), outbox(session).length]).toEqual([[], 2]);
});

test("A-33, C-36: confirmed, the same words leave again by the e-mail flow; what was paid before it left is suppressed with the reason", async () => {
  const [template] = session.host.sql.all("SELECT duly_templatetextid AS id FROM duly_templatetext");
  session.host.service.update("duly_templatetext", { id: String(template?.id) }, { duly_subject: "Changed", duly_body: "<p>Changed</p>" });
  expect(resend(true)).toMatchObject({ Written: true, Messages: 2 });
  const item = session.host.sql.get("SELECT duly_openitemid AS id, duly_debtor AS debtor FROM duly_openitem WHERE duly_name LIKE 'INV-2%'");
  session.host.service.create("duly_payment", {
    duly_name: "BANK-1", duly_company: ledger.company, duly_debtor: { logicalName: "duly_debtor", id: String(item?.debtor) }, duly_amount: "50.00", duly_valuedate: "2026-03-09",
    transactioncurrencyid: { logicalName: "transactioncurrency", id: String(session.host.sql.get("SELECT transactioncurrencyid AS id FROM duly_openitem")?.id) },
  });
  await session.flows.drain();
  const [kept, paid] = rows("NOT NULL");
  expect(kept).toMatchObject({ statuscode: communicationStatus.sent, body: rows("NULL")[0]?.body, original: rows("NULL")[0]?.id });
  expect(paid).toMatchObject({ statuscode: communicationStatus.suppressed, note: expect.stringMatching(/INV-2/) as string });
  expect([mailsOf("pay@buyer.example"), mailsOf("pay@other.example"), outbox(session).length]).toEqual([2, 1, 3]);
});

test("a second time on the same day is refused, and the next night goes on where the ladder was", async () => {
  expect(() => resend(true)).toThrow(/DULY-RESEND-004/);
  await playNight(session.host, session.flows, "2026-03-12");
  expect(session.host.sql.all("SELECT duly_level AS level FROM duly_communicationline ORDER BY duly_level").map(({ level }) => level)).toEqual([1, 1, 2]);
});
