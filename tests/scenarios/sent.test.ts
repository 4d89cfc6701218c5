import { channel, communicationStatus, contactpurpose } from "#solution/generated/names";
import { playNight } from "../../cli/start/night";
import type { Session } from "../../cli/start/session";
import { addInvoice, openStore, outbox, smallLedger, temporaryFolder } from "../builders/store";

/** One reminder on its way: from the step of the strategy to the outbox, and what becomes of its row afterwards. */
const folder = temporaryFolder();
let session: Session;
const messages = () => session.host.sql.all("SELECT duly_communicationid AS id, duly_address AS address, duly_channel AS channel, statuscode, duly_body AS body FROM duly_communication");

beforeAll(() => {
  session = openStore(folder.path, "2026-03-02");
  const ledger = smallLedger(session);
  session.host.service.create("duly_contactpoint", { duly_name: "dunning@buyer.example", duly_debtor: ledger.debtor, duly_channel: channel.email, duly_purpose: contactpurpose.dunning });
  addInvoice(session, ledger, { number: "INV-1", issued: "2026-02-01", due: "2026-03-02", amount: "100.00" });
});
afterAll(() => { session.close(); folder.remove(); });

test("H-28, O-18: Thursday 5 March: the step's channel is e-mail: one e-mail goes, to the dunning contact, and answers go to the seller", async () => {
  await playNight(session.host, session.flows, "2026-03-05");
  const [mail = "", ...more] = outbox(session);
  expect([messages().map((row) => [row.channel, row.address]), more]).toEqual([[[channel.email, "dunning@buyer.example"]], []]);
  expect(mail).toMatch(/^To: .*dunning@buyer\.example/m);
  expect(mail).toMatch(/^Reply-To: .*ar@seller\.example/m);
});

test("then nobody rewords it, sends it again or throws it away", async () => {
  const [before] = messages();
  const id = String(before?.id);
  const write = (row: Record<string, string | number>) => () => { session.host.service.update("duly_communication", { id }, row); };
  expect(write({ duly_body: "<p>Pay at once</p>" })).toThrow(/DULY-COMMUNICATION-022/);
  expect(write({ statuscode: communicationStatus.ready })).toThrow(/DULY-COMMUNICATION-023/);
  expect(() => { session.host.service.delete("duly_communication", { id }); }).toThrow(/DULY-COMMUNICATION-024/);
  await session.flows.drain();
  expect([messages(), outbox(session).length]).toEqual([[before], 1]);
});
