import { channel, language } from "#solution/generated/names";
import { bundle, Ledger } from "../../builders/rules/ledger";

const reference = (logicalName: string, id: string) => ({ logicalName, id });
let ledger: Ledger;
beforeEach(async () => { ledger = new Ledger((await bundle()).text, "2026-03-02"); });

const points = () => ledger.store.all("duly_contactpoint");
const messages = () => ledger.store.all("duly_communication");

test("H-09, H-29: an SMS is plain text, and the segments of one with ő are stored", () => {
  const debtor = ledger.debtor("D1", { duly_name: "Erdő & Fia", duly_language: language.english, duly_preferredchannel: channel.sms });
  ledger.store.create("duly_contactpoint", { duly_name: "+36201234567", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.sms });
  ledger.item(debtor, { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  const [message] = messages();
  const body = String(message?.duly_body);
  expect(message).toMatchObject({ duly_channel: channel.sms, duly_address: "+36201234567" });
  expect(body).toContain("Erdő & Fia");
  expect(body).not.toContain("<");
  expect(body.length).toBeGreaterThan(0);
  expect(message?.duly_segments).toBe(body.length <= 70 ? 1 : Math.ceil(body.length / 67));
});

test("T-24: an invalid e-mail is flagged when it is saved, kept, and written correctly it is usable again", () => {
  const debtor = ledger.debtor("D1");
  const id = ledger.store.create("duly_contactpoint", { duly_name: "pay@", duly_debtor: reference("duly_debtor", debtor), duly_channel: channel.email });
  expect(points().map((row) => [row.duly_name, row.duly_invalid])).toEqual([["pay@d1.example", false], ["pay@", true]]);
  ledger.store.update("duly_contactpoint", { id }, { duly_bounced: true });
  ledger.store.update("duly_contactpoint", { id }, { duly_name: "pay@buyer.example" });
  expect(ledger.store.row("duly_contactpoint", id)).toMatchObject({ duly_invalid: false, duly_bounced: false });
});

test("H-15: the fallback is kept with the message in words", () => {
  ledger.item(ledger.debtor("D1", { duly_preferredchannel: channel.sms }), { due: "2026-03-02", amount: "100.00" });
  ledger.night("2026-03-05");
  expect(messages()[0]).toMatchObject({ duly_channel: channel.email, duly_wantedchannel: channel.sms, duly_fallback: expect.stringMatching(/^DULY-CONTACT-001.*sms/) as string });
});
